force = false # for now
