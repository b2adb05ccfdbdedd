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
footnotes = Troednodiadau
footnote-back = Yn ôl at nodyn { $n } yn y testun

# Fformatau
format-web = Ar y wefan hon
format-print = Tudalen i'w hargraffu, gyda llythrennau 16 pwynt
format-large-print = Print bras: tudalen i'w hargraffu, gyda llythrennau 20 pwynt
format-giant-print = Print bras iawn: tudalen i'w hargraffu, gyda llythrennau 28 pwynt
format-pdf-print = PDF, gyda llythrennau 16 pwynt
format-pdf-large-print = PDF mewn print bras, gyda llythrennau 20 pwynt
format-pdf-giant-print = PDF mewn print bras iawn, gyda llythrennau 28 pwynt
format-pdf-booklet = PDF i'w argraffu a'i blygu fel llyfryn bach
format-size = { $pages ->
    [one] 1 dudalen, { $size }
   *[other] { $pages } tudalen, { $size }
}

# Argraffu
print-tab = { $title }: { $format }
print-how = Sut i argraffu hwn
print-how-open = Agorwch y ffenestr argraffu. Daliwch y fysell Ctrl (ar Mac: cmd) a phwyswch P.
print-how-paper = Dewiswch bapur A4. Dewiswch argraffu ar 100 y cant.
print-how-margins = Trowch “penynnau a throedynnau” i ffwrdd, os gwelwch chi hynny.
print-how-check = Argraffwch un dudalen yn gyntaf, a gweld a yw'n iawn.
print-now = Argraffu
print-or-pdf = Gallwch hefyd argraffu'r ffeil hon:
print-back = Ewch yn ôl i'r canllaw
page-of = { $n } o { $total }
contents = Beth sydd yn y canllaw hwn
qr-title = Darllenwch hwn ar ffôn neu gyfrifiadur
qr-text = Pwyntiwch gamera eich ffôn at y sgwâr. Neu teipiwch y cyfeiriad hwn:
qr-image = Sgwâr y gall ffôn ei ddarllen. Mae'n arwain at y cyfeiriad wrth ei ymyl.
fold-title = Sut i argraffu a phlygu'r llyfryn hwn
fold-1 = Argraffwch y ffeil hon ar ddwy ochr papur A4.
fold-2 = Dewiswch “flip on short edge”.
fold-3 = Cadwch y tudalennau mewn trefn, a phlygwch nhw gyda'i gilydd yn y canol.
fold-4 = Rhowch 2 stwffwl yn y plyg, os hoffech.
fold-5 = Nid oes angen y dudalen gyntaf hon yn y llyfryn.

# Rhestr eiriau
word-list-summary = Dyma'r geiriau anodd yn ein canllawiau, a beth maen nhw'n ei olygu.
word-list-empty = Nid oes geiriau anodd eto.

# Lluniau
pictures-on-page = Lluniau ar y dudalen hon:
pictures-in-guide = Lluniau yn y canllaw hwn:
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
credits-others = Lluniau gan bobl eraill
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

# Y rhagolwg, i awduron
preview-title = Rhagolwg
preview-see-as = Gweld fel
preview-view-web = Y wefan
preview-view-phone = Ar ffôn
preview-view-large-print = Print bras
preview-view-giant-print = Print enfawr
preview-view-print = Tudalennau print
preview-view-one = Un frawddeg ar y tro
preview-view-no-pictures = Heb luniau
preview-view-grey = Mewn llwyd
preview-view-blur = Gyda golwg gwan
preview-view-reader = Fel mae darllenydd sgrin yn ei ddweud
preview-back = Yn ôl
preview-on = Nesaf
preview-alone = Y dudalen ar ei phen ei hun
preview-frame = Y dudalen
preview-findings = Beth gafodd ei ganfod
preview-found-here = wedi’u canfod yma
preview-none = Ni ddaeth y cyfrifiadur o hyd i broblemau. Mae angen i bobl ei wirio o hyd.
preview-first = Trwsiwch y rhain yn gyntaf
preview-by-row = Rhes wrth res
preview-whole-page = Y dudalen gyfan
preview-all-rows = Pob rhes
preview-line = llinell
preview-error = Gwall
preview-warning = Rhybudd
preview-advice = Cyngor
preview-reader-heading = Pennawd
preview-reader-picture = Llun
preview-reader-link = Dolen
preview-reader-button = Botwm
preview-reader-list = Rhestr
preview-reader-header = Top y wefan
preview-reader-nav = Llywio
preview-reader-main = Prif ran
preview-reader-footer = Diwedd y wefan
preview-reader-aside = Wrth ochr y brif ran
preview-level = Lefel darllen
preview-level-caveat = Ni chafodd unrhyw fformiwla ei gwneud ar gyfer pobl ag anableddau dysgu. Nid yw’r rhifau hyn yn dweud a yw testun yn hawdd ei ddarllen. Dim ond pobl all ddweud hynny.
preview-level-rows = Rhesi
preview-level-pictures = Rhesi gyda llun
preview-level-words = Geiriau
preview-level-words-a-sentence = Geiriau mewn brawddeg, ar gyfartaledd
preview-level-long-sentences = Brawddegau sy’n hir
preview-level-hard-words = Geiriau anodd
preview-level-score = Ein sgôr ni. 0 yw’r hawsaf, 100 yw’r anoddaf.
preview-level-formulas = Sgoriau eraill
preview-ready = Barod. Mae newidiadau’n dangos pan fyddwch yn cadw.
preview-changed = Mae’r dudalen wedi newid.
preview-lost = Mae’r rhagolwg wedi dod i ben. Dechreuwch ef eto: alongside preview
preview-old = Dyma’r dudalen dda ddiwethaf. Mae camgymeriad yn yr un newydd.
preview-choose = Dewis llun
preview-change = Newid y llun
preview-close = Cau
preview-search = Chwilio
preview-symbols = Lluniau a allai ffitio
preview-no-offers = Nid oes llun yn ffitio’r geiriau hyn. Rhowch gynnig ar air arall.
preview-files = Lluniau yn ffolder y dudalen
preview-alt = Beth mae’r llun yn ei ddangos?
preview-line-now = Y llinell nawr:
preview-line-then = Y llinell wedyn:
preview-write = Ysgrifennu i’r ffeil
preview-other = Dewis un arall
preview-undo = Dadwneud
preview-written = Ysgrifennwyd:
preview-undone = Mae’r llinell fel yr oedd o’r blaen.
preview-problem-changed = Mae’r ffeil wedi newid yn y cyfamser. Ni ysgrifennwyd dim. Caewch hwn ac edrychwch eto.
preview-problem-cannot = Ni all y llun hwn fynd i’r llinell hon. Rhowch ef yn y testun eich hun.
preview-problem-gone = Nid yw’r rhes yno mwyach. Caewch hwn ac edrychwch eto.
preview-code = Y cod mae’r rhagolwg yn ei ddangos yn ei derfynell
preview-code-enter = Edrych ar y rhagolwg
preview-code-wrong = Nid yw’r cod hwn yn iawn.
