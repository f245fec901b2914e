// nothing is defined here
