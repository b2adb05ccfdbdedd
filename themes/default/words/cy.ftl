# Geiriau'r tudalennau, yn Gymraeg.

# Y wefan gyfan
all-guides = Pob canllaw
word-list = Rhestr eiriau
picture-credits = Pwy wnaeth y lluniau
accessibility = Hygyrchedd
not-found = Ni allwn ddod o hyd i'r dudalen hon
skip-to-content = Ewch at y testun
main-menu = Prif ddewislen
this-site = Y wefan hon
tab = { $title } - { $site }
tab-part = { $title }, rhan { $n } o { $total }, { $guide }

# Baneri
draft-title = Drafft.
draft-text = Nid yw pobl wedi gwirio'r canllaw hwn eto.
withdrawn-title = Nid yw'n cael ei ddefnyddio mwyach.
withdrawn-text = Mae'r canllaw hwn yn hen. Peidiwch â'i ddefnyddio.

# Canllawiau
part-of = Rhan { $n } o { $total }
parts = Rhannau'r canllaw hwn
part-number = Rhan { $n }
start-reading = Dechrau darllen
go-back = Ewch yn ôl
next-part = Nesaf: rhan { $n }
back-to-start = Yn ôl i ddechrau'r canllaw hwn
end-of-guide = Dyma ddiwedd y canllaw
parts-nav = Rhannau
about-guide = Am y canllaw hwn
fact-audience = Ar gyfer pwy mae'r canllaw
fact-by = Pwy wnaeth y canllaw
fact-date = Pryd y daeth allan
fact-review-date = Pryd y byddwn yn edrych arno eto
fact-version = Fersiwn
fact-made-by = Pwy ysgrifennodd a darluniodd y canllaw
fact-checked-by = Pwy wiriodd y canllaw
fact-nobody-checked = Nid oes neb wedi ei wirio eto.
fact-funder = Pwy dalodd amdano
fact-full-version = Y fersiwn hir
fact-reasons = Beth sydd ddim fel y dylai fod
how-made = Sut y gwnaethom hwn
how-made-summary = Pwy wnaeth y canllaw hwn, a phwy wiriodd y canllaw.
how-made-where = Ble mae hyn:
how-made-everywhere = Mae hyn yn wir am bob un o'n canllawiau.
how-made-computer = Edrychodd cyfrifiadur ar y canllaw hwn hefyd. Ond ni all cyfrifiadur ddweud a yw testun yn hawdd ei ddarllen. Dim ond pobl all ddweud hynny.

# Help
ask-for-help = Gofyn am help
contact-phone = Ffôn
contact-text = Neges destun
contact-email = E-bost
contact-post = Post
contact-web = Gwefan

# Rhesi a blychau
ticked = Wedi ticio:
ladder-top = Y gris uchaf sydd â'r mwyaf o bŵer.
sign-here = Llofnodwch yma
sign-name = Enw
sign-date = Dyddiad
write-here = Lle i ysgrifennu
notes-title = Eich nodiadau
note-title = Da gwybod
important-title = Pwysig
check-title = Rhestr wirio
steps-title = Camau
ladder-title = Ysgol i'w dringo
principles-title = Beth rydym yn credu ynddo
words-title = Geiriau anodd
agree-title = Beth rydym yn cytuno arno
quote-title = Beth mae pobl yn ei ddweud
video-title = Gwylio
audio-title = Gwrando
formats-title = Ffyrdd o ddarllen hwn
contact-title = Cysylltu â ni
no-player = Ni all eich porwr chwarae hwn. Gallwch agor y ffeil gyda'r ddolen isod.
captions = Capsiynau
table = Tabl
code = Cod
format-web = Ar y wefan hon
footnotes = Troednodiadau
footnote-back = Yn ôl at nodyn { $n } yn y testun

# Rhestr eiriau
word-list-summary = Dyma'r geiriau anodd yn ein canllawiau, a beth maen nhw'n ei olygu.
word-list-empty = Nid oes geiriau anodd eto.

# Lluniau
credits-summary = Dyma'r lluniau rydym yn eu defnyddio, a phwy a'u gwnaeth.
credits-drawn-by = Darluniwyd gan { $author }.
credits-licence = Trwydded: { $licence }.
credits-source = O ble maen nhw'n dod
credits-reviewed = Gwiriwyd gan { $reviewed }.
credits-not-reviewed = Nid yw pobl anabl wedi gwirio'r lluniau hyn eto.
credits-own = Ein lluniau ein hunain
credits-own-count = { $n ->
    [one] Rydym wedi gwneud neu ddewis 1 llun arall ein hunain.
   *[other] Rydym wedi gwneud neu ddewis { $n } o luniau eraill ein hunain.
}
credits-symbols = Y lluniau o'r set hon

# Hygyrchedd
accessibility-summary = Rydym am i bawb allu defnyddio'r wefan hon.
accessibility-standard = Rydym yn anelu at y safon hon: { $standard }.
accessibility-not-tested = Nid yw pobl wedi profi'r wefan hon eto.
accessibility-tested = Profodd pobl y wefan hon ar { $date }.
accessibility-tested-by = Profwyd gan { $who }.
accessibility-problems = Beth sydd ddim yn gweithio eto
accessibility-tell-us = Dywedwch wrthym
accessibility-tell-us-text = Dywedwch wrthym os nad yw rhywbeth yn gweithio i chi.
accessibility-complain = Os na fyddwn yn eich helpu

# Heb ei ganfod
not-found-summary = Efallai fod y dudalen wedi symud. Neu mae camgymeriad yn y cyfeiriad.
not-found-go = Ewch i bob canllaw

# Dyddiadau
date = { $day } { $month } { $year }
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
