# The words of the pages, in English.

# The whole site
all-guides = All guides
word-list = Word list
picture-credits = Picture credits
accessibility = Accessibility
not-found = We cannot find this page
skip-to-content = Go to the text
main-menu = Main
this-site = This website
tab = { $title } - { $site }
tab-part = { $title }, part { $n } of { $total }, { $guide }

# Banners
draft-title = Draft.
draft-text = People have not checked this guide yet.
withdrawn-title = Not in use any more.
withdrawn-text = This guide is out of date. Please do not use it.

# Guides
part-of = Part { $n } of { $total }
parts = Parts of this guide
part-number = Part { $n }
start-reading = Start reading
go-back = Go back
next-part = Next: part { $n }
back-to-start = Back to the start of this guide
end-of-guide = You have come to the end
parts-nav = Parts
about-guide = About this guide
fact-audience = Who it is for
fact-by = Who made it
fact-date = When it came out
fact-review-date = When we will look at it again
fact-version = Version
fact-made-by = Who wrote and drew it
fact-checked-by = Who checked it
fact-nobody-checked = Nobody has checked it yet.
fact-funder = Who paid for it
fact-full-version = The long version
fact-reasons = What is not as it should be
how-made = How we made this
how-made-summary = Who made this guide, and who checked it.
how-made-where = Where this is:
how-made-everywhere = This is so in all our guides.
how-made-computer = A computer looked at this guide too. But a computer cannot say if a text is easy to read. Only people can.

# Help
ask-for-help = Ask for help
contact-phone = Phone
contact-text = Text message
contact-email = Email
contact-post = Post
contact-web = Website

# Rows and boxes
ticked = Ticked:
ladder-top = The top step has the most power.
sign-here = Sign here
sign-name = Name
sign-date = Date
write-here = Room to write
notes-title = Your notes
note-title = Good to know
important-title = Important
check-title = Check list
steps-title = Steps
ladder-title = Ladder
principles-title = What we believe in
words-title = Hard words
agree-title = What we agree
quote-title = What people say
video-title = Watch
audio-title = Listen
formats-title = Ways to read this
contact-title = Get in touch
no-player = Your browser cannot play this. You can open the file with the link below.
captions = Captions
table = Table
code = Code
format-web = On this website
footnotes = Footnotes
footnote-back = Back to note { $n } in the text

# Word list
word-list-summary = These are the hard words in our guides, and what they mean.
word-list-empty = There are no hard words yet.

# Credits
credits-summary = These are the pictures that we use, and who made them.
credits-drawn-by = Drawn by { $author }.
credits-licence = Licence: { $licence }.
credits-source = Where they come from
credits-reviewed = Checked by { $reviewed }.
credits-not-reviewed = Disabled people have not checked these pictures yet.
credits-own = Our own pictures
credits-own-count = { $n ->
    [one] We made or chose 1 more picture ourselves.
   *[other] We made or chose { $n } more pictures ourselves.
}
credits-symbols = The pictures from this set

# Accessibility
accessibility-summary = We want everybody to be able to use this website.
accessibility-standard = We aim for this standard: { $standard }.
accessibility-not-tested = People have not tested this website yet.
accessibility-tested = People tested this website on { $date }.
accessibility-tested-by = Tested by { $who }.
accessibility-problems = What does not work yet
accessibility-tell-us = Tell us
accessibility-tell-us-text = Tell us if something does not work for you.
accessibility-complain = If we do not help you

# Not found
not-found-summary = The page may have moved. Or there is a mistake in the address.
not-found-go = Go to all guides

# Dates
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
