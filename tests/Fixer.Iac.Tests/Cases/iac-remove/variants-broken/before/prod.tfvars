env = [
