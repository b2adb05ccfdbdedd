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
footnotes = Footnotes
footnote-back = Back to note { $n } in the text

# Formats
format-web = On this website
format-print = A page to print, with letters of 16 points
format-large-print = Large print: a page to print, with letters of 20 points
format-giant-print = Very large print: a page to print, with letters of 28 points
format-pdf-print = PDF, with letters of 16 points
format-pdf-large-print = PDF in large print, with letters of 20 points
format-pdf-giant-print = PDF in very large print, with letters of 28 points
format-pdf-booklet = PDF to print and fold as a small booklet
format-size = { $pages ->
    [one] 1 page, { $size }
   *[other] { $pages } pages, { $size }
}

# To print
print-tab = { $title }: { $format }
print-how = How to print this
print-how-open = Open the print window. Hold the key Ctrl (on a Mac: cmd) and press P.
print-how-paper = Choose A4 paper. Choose to print at 100 percent.
print-how-margins = Turn off “headers and footers”, if you see that.
print-how-check = Print one page first, and see if it is right.
print-now = Print
print-or-pdf = You can also print this file:
print-back = Go back to the guide
page-of = { $n } of { $total }
contents = What is in this guide
qr-title = Read this on a phone or computer
qr-text = Point the camera of your phone at the square. Or type this address:
qr-image = A square that a phone can read. It leads to the address beside it.
fold-title = How to print and fold this booklet
fold-1 = Print this file on both sides of A4 paper.
fold-2 = Choose “flip on short edge”.
fold-3 = Keep the pages in order, and fold them all together in the middle.
fold-4 = Put 2 staples in the fold, if you like.
fold-5 = You do not need this first page in the booklet.

# Word list
word-list-summary = These are the hard words in our guides, and what they mean.
word-list-empty = There are no hard words yet.

# Credits
pictures-on-page = Pictures on this page:
pictures-in-guide = Pictures in this guide:
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
credits-others = Other people’s pictures
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

# The preview, which authors see
preview-title = Preview
preview-see-as = See it as
preview-view-web = The website
preview-view-phone = On a phone
preview-view-large-print = Large print
preview-view-giant-print = Giant print
preview-view-print = Print pages
preview-view-one = One sentence at a time
preview-view-no-pictures = Without pictures
preview-view-grey = In grey
preview-view-blur = With low vision
preview-view-reader = As a screen reader says it
preview-back = Back
preview-on = Next
preview-alone = This page by itself
preview-frame = The page
preview-findings = What was found
preview-found-here = found here
preview-none = The computer found no problems. People still need to check it.
preview-first = Mend these first
preview-by-row = Row by row
preview-whole-page = The whole page
preview-all-rows = All rows
preview-line = line
preview-error = Error
preview-warning = Warning
preview-advice = Advice
preview-reader-heading = Heading
preview-reader-picture = Picture
preview-reader-link = Link
preview-reader-button = Button
preview-reader-list = List
preview-reader-header = Top of the site
preview-reader-nav = Navigation
preview-reader-main = Main part
preview-reader-footer = End of the site
preview-reader-aside = Beside the main part
preview-level = Reading level
preview-level-caveat = No formula was made for people with learning disabilities. These numbers do not say if a text is easy to read. Only people can say that.
preview-level-rows = Rows
preview-level-pictures = Rows with a picture
preview-level-words = Words
preview-level-words-a-sentence = Words in a sentence, on average
preview-level-long-sentences = Sentences that are long
preview-level-hard-words = Hard words
preview-level-score = Our score. 0 is easiest, 100 is hardest.
preview-level-formulas = Other scores
preview-ready = Ready. Changes show when you save.
preview-changed = The page has changed.
preview-lost = The preview has ended. Start it again: alongside preview
preview-old = This is the last good page. The new one has a mistake in it.
preview-choose = Choose a picture
preview-change = Change the picture
preview-close = Close
preview-search = Search
preview-symbols = Pictures that may fit
preview-no-offers = No picture fits these words. Try another word.
preview-files = Pictures in the folder of the page
preview-alt = What does the picture show?
preview-line-now = The line now:
preview-line-then = The line then:
preview-write = Write it into the file
preview-other = Choose another one
preview-undo = Undo
preview-written = Written:
preview-undone = The line is as it was before.
preview-problem-changed = The file has changed meanwhile. Nothing was written. Close this and look again.
preview-problem-cannot = This picture cannot go into this line. Put it into the text yourself.
preview-problem-gone = The row is not there any more. Close this and look again.
preview-code = The code that the preview shows in its terminal
preview-code-enter = Look at the preview
preview-code-wrong = This code is not right.
