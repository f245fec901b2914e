force = true # for now
