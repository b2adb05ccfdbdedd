ask-for-help = Talk to us
