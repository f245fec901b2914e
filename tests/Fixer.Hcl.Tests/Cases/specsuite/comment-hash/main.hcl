# nothing is defined here
