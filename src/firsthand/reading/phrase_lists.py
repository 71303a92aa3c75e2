"""What pages say around their articles, language by language: the material of `phrases`.

Each list holds alternatives of a regular expression over one block whose white space is single spaces, parted by `|`
or a new line; a line that begins with two spaces goes on with the one above. `phrases` says how far each must match.
"""

from __future__ import annotations

INVITATIONS = r"""
read also|also read|read more|read next|read this|read the full|read our|read all about|read on|see also|see more
see related|learn more|more on this|more about this|more from|further reading|continue reading|keep reading
recommended reading|related reading|in case you missed it|you might also like|you may also like
you may also be interested|you might be interested|don['’]t miss|click here to read|click here for more
suggested reading|must read|editor['’]s pick|editors['’] pick|related article|related articles|related story
related stories|related news|related posts|related coverage|related content|related links|lesen sie auch
lesen sie hier|lesen sie mehr|lesen sie dazu|lies auch|auch interessant|mehr zum thema|siehe auch
das könnte sie auch interessieren|das könnte dich auch interessieren|mehr dazu|weiterlesen|passend dazu|mehr lesen
lire aussi|à lire aussi|a lire aussi|à lire également|a lire également|lire également|lisez aussi|voir aussi
à voir aussi|lire la suite|pour aller plus loin|sur le même sujet|lire notre|à lire sur|leggi anche|leggi pure
vedi anche|per approfondire|potrebbe interessarti|ti potrebbe interessare|leggi tutto|leggi di più|lea también
lee también|leer también|lea más|lee más|leer más|lea además|te puede interesar|le puede interesar|ver también
también te puede interesar|te recomendamos|vea también|mira también|seguir leyendo|más información|leia também
leia mais|veja também|saiba mais|confira também|veja mais|lê também|ler também|leia ainda|lees ook|lees meer
lees verder|bekijk ook|zie ook|llegiu també|llegeix també|czytaj także|czytaj też|czytaj również|czytaj więcej
czytaj dalej|zobacz też|zobacz także|zobacz również|przeczytaj także|przeczytaj też|читайте также|читайте по теме
смотрите также|читать также|читать далее|читайте ещё|читайте еще|материалы по теме|читайте також|дивіться також
читати також|прочетете още|вижте още|прочетете и|прочитајте и|ayrıca okuyun|bunu da okuyun|ilgili haber
ilgili haberler|ayrıca bkz|läs också|läs även|läs mer|se även|les også|les mer|læs også|læs mere|se også|lue myös
lue lisää|katso myös|čtěte také|čtěte též|přečtěte si|prečítajte si|pročitajte i|pročitajte još|pročitaj i
preberite tudi|olvassa el|olvasd el|kapcsolódó cikk|citește și|citeşte şi|citiți și|vezi și|διαβάστε επίσης
διαβάστε ακόμη|διαβάστε ακόμα|δείτε επίσης|baca juga|lihat juga|simak juga|xem thêm|đọc thêm|soma pia|اقرأ أيضا
اقرأ أيضاً|اقرأ ايضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|إقرأ أيضا|بیشتر بخوانید|همچنین بخوانید|קראו גם|קראו עוד
यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|আরও পড়ুন|আরও পড়ুন|相关阅读|延伸阅读|相关新闻|相關新聞|推荐阅读|関連記事
あわせて読みたい|관련기사|관련 기사
"""
"""Words that invite the reader to another article; its title follows."""

SHOUTED = "ALSO READ|READ|LESEN|LIRE|LEGGI|LEE|LEA|LEIA|LEES|LÄS|WATCH|ЧИТАТЬ|ЧИТАЙТЕ|BACA"
"""Words that do so in capitals."""

LABELS = r"""
related|more|watch|listen|recommended|podcast|video|gallery|photos|in pictures|from the archive|see|also|next
previous story|next story|zum thema|hier lesen|video ansehen|notre dossier|à voir|voir|dossier|vedi|approfondisci
video correlati|ver|además lee|relacionado|relacionadas|relacionada|relacionados|veja|gerelateerd|powiązane
polecamy|по теме|подробнее|související|kapcsolódó|related topics|leggi|lire|lee|leia
"""
"""Words that do so only before a colon, a dash or a bar."""

LIST_HEADS = r"""
related( (articles?|stor(y|ies)|news|posts?|coverage|content|links|topics|reading|videos?))?
more( (stories|news|articles|headlines|coverage))?|more (from|on|in|about) .{2,40}
most (read|popular|viewed|shared|watched|recent|commented)( .{2,30})?|trending( (now|stories|news|topics))?
(latest|recent|popular|top|other|featured|breaking|more top) (news|posts?|stor(y|ies)|articles?|headlines|
  comments|videos?)
(recommended|suggested|picked|selected)( (for you|stories|articles|reading|videos?))?
you (may|might|could|will) also (like|enjoy|be interested in).*|editor['’]?s['’]? (picks?|choice)
don['’]t miss( it)?|what to read next|read next|up next|up now|in this section|elsewhere on .{2,30}|around the web
from (the|our) (web|archives?|partners?)|sponsored (stories|content|links)|promoted (stories|content)|paid content
archives?|categories|meta|mehr zum thema|mehr aus .{2,30}|meistgelesen(e artikel)?
das könnte (sie|dich) auch interessieren|weitere (artikel|themen|nachrichten|meldungen)|neueste artikel
sur le même (sujet|thème)|les plus (lus|populaires|partagés|commentés)|à (lire|voir) (aussi|également)
articles (similaires|liés|récents|populaires)|à la une|(i )?più (letti|popolari)
articoli (correlati|recenti|simili|più letti)|potrebbe(ro)? interessarti( anche)?|ultime notizie|altri articoli
(lo )?más (leído|visto|leídas|noticias)|(artículos|noticias) (relacionad[oa]s|recientes)|te puede interesar
últimas noticias|entradas recientes|mais (lidas|lidos|notícias)|notícias relacionadas|artigos relacionados
posts relacionados|últimas notícias|leia também|veja também|meest gelezen|gerelateerde (artikelen|berichten)
lees ook|najczęściej czytane|podobne artykuły|zobacz też|czytaj także|ostatnie wpisy|читайте также
материалы по теме|по теме|похожие (статьи|записи|новости)|популярное|главное|последние новости|свежие записи
читайте також|ilgili haberler|benzer haberler|mest läst(a)?|mest lest(e)?|mest læste|luetuimmat|související články
nejčtenější|legolvasottabb|artikel terkait|berita terkait|baca juga|berita terpopuler|相关阅读|相关新闻
延伸阅读|関連記事|関連ニュース
관련기사|관련 기사|الأكثر قراءة|مواضيع ذات صلة|أخبار ذات صلة
"""
"""Whole blocks that head a list of other articles."""

COMMENT_FORMS = r"""
leave a (reply|comment|response)|(post|add|submit|write) (a |your )?(comment|reply)|cancel reply
reply to .{1,60} cancel reply|your e-?mail address will not be published|required fields are marked
save my name,? e-?mail|notify me of (follow-?up|new)|you must be (logged in|registered)
(please )?(log|sign) ?in( or register| or sign up)? to (leave a |post a |post |join |)(comment|reply|conversation|
  discussion)
this site uses akismet|learn how your comment data|comments? (are|is) (closed|moderated|disabled|off)|comment \*
name ?\*|e-?mail ?\*|website$|type your comment|please enter your (comment|name|e-?mail|an answer)
you have entered an incorrect email|enter your comment|be the first to comment|your comment\b.{0,10}$
schreiben? (sie |)(einen|ihren|deinen|uns einen) kommentar|(deine|ihre) e-?mail-?adresse wird nicht
erforderliche felder sind|antworten abbrechen|kommentar (schreiben|verfassen|abschicken|hinterlassen)
laisse[rz] (un|votre) commentaire|votre adresse (e-?mail|de messagerie) ne sera pas|les champs obligatoires sont
annuler la réponse|ajouter un commentaire|poster un commentaire|lascia un (commento|messaggio)
il tuo indirizzo e-?mail non sarà|i campi obbligatori sono|annulla risposta|scrivi un commento
devi essere connesso|deja (una respuesta|un comentario|tu comentario)
(tu|su) dirección de correo electrónico no será|los campos (obligatorios|necesarios|requeridos) están
cancelar (la )?respuesta|deix[ae] (um comentário|uma resposta|o seu comentário)
o (seu|teu) endereço de e-?mail não será|(os )?campos obrigatórios (são|marcados|estão)|cancelar resposta
geef een reactie|je e-?mailadres wordt niet|(vereiste|verplichte) velden zijn|reactie annuleren|dodaj komentarz
twój adres e-?mail nie zostanie|wymagane pola są|добавить комментарий|оставить комментарий
ваш (адрес )?e-?mail не будет|обязательные поля помечены|отменить ответ|залишити відповідь|ваша e-?mail адреса не
bir (yanıt|yorum) (yazın|bırakın)|e-?posta (hesabınız|adresiniz) yayımlanmayacak|gerekli alanlar
lämna (ett svar|en kommentar)|din e-?postadress kommer inte|obligatoriska fält
legg (igjen|inn) (en|et) (kommentar|svar)|din e-?postadresse vil ikke|skriv et svar|din e-?mailadresse vil ikke
napsat komentář|vaše e-?mailová adresa nebude|tinggalkan (balasan|komentar)|alamat email anda tidak akan
lăsați un răspuns|adresa ta de email nu va|vélemény, hozzászólás|αφήστε (μια|ένα) |اترك (تعليق|رد)
لن يتم نشر عنوان بريدك|发表(回复|评论)|您的(电子)?邮箱地址不会被公开|コメントを(残す|書く)
メールアドレスが公開されることはありません|댓글 (남기기|달기)
"""
"""Beginnings of what stands in and about a form for comments."""

COMMENTS_HEADS = r"""
(view |show |read |see |load |all )?(all |the )?(\d[\d.,]* |no |one |a )?(comments?|replies|responses?|
  reader comments?|thoughts?)( ?[(:]? ?\d[\d.,]* ?\)?)?( (on|to) .{2,160})?:?
join the (conversation|discussion|debate)|what do you think\?|have your say|discussion|comments section
sort by( (newest|oldest|best))?.{0,30}|(\d+ )?kommentare?r?( ?\(?\d*\)?)?
(\d+ )?(commentaires?|commenti|comentarios?|comentários?|reacties|komentarze|комментари(и|ев|й|я)|коментарі|
  yorumlar)( ?\(?\d*\)?)?
"""
"""Whole blocks that head the comments of readers."""

COPYRIGHTS = r"""
[©℗]|\(c\) ?(19|20)\d\d
copyright(?= ?[©(:]|$| (by|of|notice|\d|[^ ]+ \d\d\d\d)| ?\d)|all rights reserved|alle rechte vorbehalten|
  tous droits réservés
tutti i diritti riservati|riproduzione riservata|todos (los derechos|os direitos) reservados|derechos reservados
alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|всі права захищені|tüm hakları saklıdır
alla rättigheter förbehållna|všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate|hak cipta
جميع الحقوق محفوظة|版权所有|無断転載|무단 ?전재
this (material|article|content|story) may not be (published|reproduced|broadcast|rewritten)
no (part|reproduction) of (this|the) .{3,60}(reproduced|permitted|permission)
(reproduction|republication|any use) (in whole|without|of this).{0,80}
(the )?contents of this (site|article) (is|are) protected|licensed under (a )?creative commons
"""
"""Words that claim rights."""

PROMOS = r"""
(create|register for|sign in to) (an?|your) (free )?account|(sign|log) in or (create|register|sign up)
(already|do(n['’]t| you)( already)?) have an account\b.{0,60}$|forgot(ten)? (your )?(password|username).{0,40}$
vous (possédez|avez) déjà un compte.{0,60}$|déjà (abonné|inscrit).{0,60}$|(se connecter|identifiez-vous
  |connectez-vous|
  s['’]identifier|s['’]inscrire|créer un compte)\b.{0,60}$
(haben sie|hast du|du hast|sie haben) (schon|bereits|noch kein) .{0,60}(konto|abo|login|zugang)\b.{0,60}$
(sie sind|du bist|schon|bereits) (schon |bereits )?(abonnent|registriert|kunde|plus-mitglied)\b.{0,60}$
(¿?ya (tienes|tiene|eres|es)|inicia(r)? sesión|crea(r)? (una|tu) cuenta|regístrate)\b.{0,60}$
(hai già un (account|abbonamento)|sei già (abbonato|registrato)|accedi|registrati)\b.{0,60}$
(já (tem|é)|criar conta|iniciar sessão|fazer login|heb je al|inloggen|al abonnee|masz już konto|zaloguj się)\b.{0,60}$
unlimited (online |digital )?access
this (content|article|story) is (reserved|exclusive|available|only|free|for) .{0,40}(subscribers?|members|read
  |register)
(register|subscribe|sign in|log in) .{0,20}(to|for) (unlock|continue|more|read)|article content$
support local journalism
try refreshing your browser|(continue|keep) reading (with|for)|to continue reading
you have reached your .{0,40}limit|enjoying (this|our)
(share|send)( this)?( (item|article|story|post|page|video|on|via|with|to|now|link|options|
  full article).{0,60})?$|share:
(click|tap) to (share|print|e-?mail|tweet|follow|expand|enlarge|view).{0,60}
(sign|signing) up (for|to|now|here|today)\b|subscribe( now| today| here| to| for|$)|already a subscriber
(get|receive) (our|the|your|all the|breaking|daily|more|unlimited|full).{0,60}(newsletter|inbox|e-?mail|alerts?|
  app|access|subscription)
download (the|our) .{0,40}app
get (the|our) .{0,40}app\b|(available|now) on (the )?(app store|google play)
(follow|like|join|find) (us|me|our|\S+ on|@\S+|.{2,60} on (twitter|x|facebook|instagram|telegram|whatsapp|
  google news|youtube|linkedin|tiktok|threads|bluesky|mastodon|flipboard))\b
support (our|independent|quality|free|the) .{0,40}(journalism|reporting|work|media|newsroom)
become a (member|supporter|patron|subscriber)|(make a donation|donate (now|today|here|to)|donate$)
buy (me|us) a coffee|advertisements?( - .{0,60})?$|advert$|ad$|ad feedback
(story|article|content) continues (below|after).{0,60}|scroll (down )?(to continue|for more).{0,60}
sponsored( by .{0,60})?$|this (article|post|page|story) (may )?contains? affiliate.{0,200}
(print|e-?mail|save|bookmark|listen to|gift|comment on|send|report) (this )?(article|story|post|page).{0,30}$
listen( to this article)?$|(add|make) .{2,40} (as )?(a |your )?preferred source.{0,60}
have (you )?(got )?(a )?(story|tip|news tip|question)s?( for| to| about|\?| you).{0,160}
do you have (a |any )?(story|tip|information|question).{0,160}
send (us )?(your )?(tips?|feedback|letters?|a tip).{0,120}|contact us( at .*)?$|got a (tip|story).{0,120}
(hier |jetzt )?(abonnieren|anmelden|newsletter|teilen|artikel teilen|drucken|anzeige|werbung|
  registrieren)(\b.{0,80})?$
folgen sie uns.{0,80}|laden sie .{0,30}app.{0,60}|(diesen )?artikel (teilen|drucken|merken|anhören).{0,40}
(partager|partagez|s['’]abonner|abonnez-vous|inscrivez-vous|suivez-nous|publicité|imprimer|je m['’]abonne|
  recevez (notre|nos|la|toute)|téléchargez (notre|l['’]))\b.{0,120}$
(condividi|iscriviti|abbonati|seguici|pubblicità|stampa|scarica (la nostra|l['’])app|ricevi (la|le|
  gratis))\b.{0,120}$
(compartir|comparte|suscríbete|suscríbase|síguenos|síganos|publicidad|imprimir|únete|descarga (la|
  nuestra))\b.{0,120}$
(compartilh(e|ar)|partilh(e|ar)|assine|inscreva-se|siga(-nos)?|publicidade|receba|baixe) (?=o |a |os |as |no |na |
  em |este |esta |nos|nas|já|por|com|$).{0,120}$
(delen|deel dit|abonneer|meld je aan|volg ons|advertentie|udostępnij|zapisz się|reklama|obserwuj nas|dela|
  prenumerera|annons|annonse|del på|følg oss|jaa|mainos)\b.{0,100}$
(поделиться|подписывайтесь|подписаться|подпишитесь|реклама|распечатать|следите за|поділитися|підписуйтесь|
  підписатися|абонирайте|paylaş|abone ol|bizi takip|reklam|bagikan|iklan|ikuti kami)\b.{0,120}$
(شارك|تابعونا|اشترك)\b.{0,100}$|(分享|订阅|訂閱|シェア|広告|공유|구독)
"""
"""Beginnings of blocks that want the reader to share, subscribe, install, follow, give or buy."""

CONSENTS = r"""
(we|this (web)?site|our (web)?site|our partners|we and our .{0,40})\b.{0,60}\b(use|uses|using|store|
  process)\b.{0,40}\b(cookies?|tracking)
(by|if you) (continu|using|clicking|browsing|accept|click|sign).{0,80}\b(you (agree|accept|consent)|cookies?|
  terms|privacy)
(accept|reject|allow|decline|manage|confirm)( (all|only|my|your|necessary|essential|optional|
  selected))*( (cookies?|choices|preferences|settings|consent|options))?( and (close|continue))?$
cookie (policy|settings|preferences|notice|consent|statement)\b.{0,100}$
your (privacy|cookie) (choices|settings|rights).{0,80}|we (value|care about|respect) your privacy.{0,200}
(do not|don['’]t) sell (or share )?my (personal )?(info|data).{0,30}
privacy (policy|notice|settings|statement|manager)\b.{0,100}$|terms (of|and) (use|service|conditions)\b.{0,100}$
i (agree|accept)\.?$|got it!?$|necessary cookies.{0,80}|strictly necessary.{0,80}
(wir|diese (web)?seite|unsere (web)?seite|diese website)\b.{0,80}\bcookies?\b|alle akzeptieren
(datenschutz|impressum)\b.{0,60}$|(nous|ce site)\b.{0,80}\bcookies?\b|(tout )?accepter( et fermer)?$
(questo sito|utilizziamo|usiamo|noi e)\b.{0,80}\bcookies?\b|accetta( tutti)?$
(utilizamos|usamos|este sitio|este site|esta web|nosotros)\b.{0,80}\bcookies?\b
aceptar( todo| todas| y continuar)?$|aceitar( todos)?$
(deze (web)?site|wij gebruiken|we gebruiken)\b.{0,80}\bcookies?\b
"""
"""Beginnings of cookie, privacy and terms notices."""

EMBEDS = r"""
(recommended )?(external|third[- ]party) content( |$|\.)
(to|in order to) (view|display|show|see|load|play|watch) (this|the) (content|embed|video|post|tweet|element|map)\b
(we need|with) your (consent|permission|approval)\b|(this|the) (article|page|content|video|post) (contains|is hosted
  |is provided) .{0,40}\b(provided )?by .{2,40}$
(this |the )?(content|video|post|embed) (is |could |can)?(not|n['’]t) (be )?(available|loaded|displayed|shown)\b
(allow|load|show|enable|accept) (external|third[- ]party|\w+) content( |$)|your (privacy|cookie) settings\b
ad ?block(er)? users? ?:|(please )?(disable|turn off|whitelist).{0,30}\bad ?block
by (submitting|entering|providing|clicking|signing|subscribing|registering)\b.{0,80}\byou (agree|accept|consent
  |acknowledge)\b
(empfohlene[rn]? )?(redaktionelle[rn]?|externe[rn]?) inhalt|empfohlener (redaktioneller|externer) inhalt
an dieser stelle (findest|finden|steht|befindet|wird|würden|haben|können|sehen)\b.{0,80}\b(extern|inhalt
  |drittanbieter|video|tweet|
  instagram|youtube|facebook)
ich bin (damit )?einverstanden,? dass|(deine|ihre|eure) (privatsphäre|datenschutz|cookie)[- ]?einstellungen
privatsphäre-einstellungen ändern|(externe|personenbezogene) (inhalte|daten) (anzeigen|laden|erlauben|zulassen
  |können|werden)\b
um (diesen?|dieses|den|das|externe) (inhalte?|video|element|beitrag|post|tweet).{0,40}\b(anzuzeigen|darzustellen
  |zu sehen|
  anzusehen|laden)
(zur|für die) (anzeige|darstellung|wiedergabe) (dieses|des|von)\b|dieser (externe )?(inhalt|beitrag) (wird|stammt
  |kann|ist)\b
(youtube|twitter|x|instagram|facebook|tiktok|google|datawrapper|podcast)[- ]?inhalte? (erlauben|anzeigen|laden
  |aktivieren|
  zulassen)|link zum \w+-inhalt
mit (dem|ihrem|deinem) klick\b.{0,80}\b(daten|einverstanden|inhalt)
(pour|afin de) (voir|afficher|visualiser|consulter|lire) (ce|cette|le) (contenu|vidéo|publication)\b
(ce|cette) (contenu|vidéo|publication) (est|n['’]est|n['’]a|a été|ne peut|provient)\b.{0,60}\b(bloqué|disponible
  |affich|tiers|cookies)
contenu (externe|bloqué|tiers)\b|(vos|modifier) (paramètres|préférences|choix) (de|en matière
  |relatifs)\b.{0,20}\b(cookies|confidentialité)
(para|por) (ver|visualizar|mostrar) (este|esta|el) (contenido|vídeo|video|publicación)|contenido (externo
  |no disponible)
per (visualizzare|vedere) (questo|il) (contenuto|video)|(questo )?contenuto (esterno|non è disponibile
  |non disponibile)
para (ver|visualizar|exibir) (este|o) (conteúdo|vídeo)|conteúdo (externo|não disponível|indisponível)
om (deze|dit|de) (inhoud|video|bericht).{0,30}\b(bekijken|weergeven|tonen|zien)|deze (inhoud|content) (kan|wordt|is)\b
aby (zobaczyć|wyświetlić|obejrzeć) (tę|ten|to)|чтобы (просмотреть|увидеть) (этот|это)
"""
"""Beginnings of what stands where another site's film, post or form would be shown."""

TAGS = r"""
(tags?|tagged( with| as)?|topics?|keywords?|filed (under|in)|posted in|categor(y|ies)|labels?|sections?|
  in this (story|article)|related topics|schlagw(ort|orte|örter)|stichw(ort|orte|örter)|themen|mots[- ]clés|sujets?|
  étiquettes?|argomenti|etichette|categorie|etiquetas|temas|categorías|palabras clave|assuntos|tópicos|categorias|
  trefwoorden|tagi|kategorie|теги|метки|рубрики|мітки|etiketler|etiketter|ämnen|emner|avainsanat|štítky|címkék|
  etichete|ετικέτες)( ?: ?| ?\| ?| ?» ?)\S.*
(tags?|topics?|keywords?|filed under|categories)$|#\w+([ ,]+#\w+)*
"""
"""Whole blocks that list an article's tags."""

NAVIGATION = r"""
(you are here ?: ?)?(home ?page|home|front page|startseite|start|accueil|inicio|início|главная|strona główna|
  forside|hem|etusivu|ana sayfa|beranda)( ?[>»›/|→·] ?[^>»›/|→]{1,60}){1,6}
skip to (main |the )?(content|navigation|search|article).{0,20}|jump to (content|navigation)
(main |open |close |toggle )?(menu|navigation)|search( for)?( ?:|\.\.\.)?|(log|sign) ?(in|out|up)|register
my account|back to (top|home|news|the top)|home|news|about( us)?|contact( us)?|careers|advertise( with us)?|help
faqs?|sitemap|live|next|previous|(next|previous|older|newer) (post|article|story|page|entries).{0,120}
load more.{0,30}|show more.{0,30}|view (all|more).{0,40}|see all.{0,40}|page \d+( of \d+)?
[«‹←] ?(older|previous|back).{0,80}|(newer|next).{0,80}[»›→]
(edition|language|select (your )?(language|region|edition))\b ?:?.{0,40}|(\d+ )?min(ute)?s?[ -]read.{0,20}
(reading|read) time ?: ?.{1,20}|\d+ (views|shares|likes|reads)
"""
"""Whole blocks that lead around the site."""

PHOTO_CREDITS = r"""
\(?(photo(graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|video|file photo|cover image|
  featured image)( ?(credits?|by|courtesy( of)?|via|source|from))?( ?: ?| by | courtesy | via |/|©)\S.{0,160}
\(?(foto|fotos|bild|bilder|bildrechte|bildquelle|bildnachweis|symbolbild|archivbild|grafik|photographie|
  crédits?( photos?)?|image d['’]illustration|
  immagine|imagen|imagem|fotografía|fotografia|fot\.|zdjęcie|фото|фотография|фотографія|fotoğraf|kuva|kép)( ?:| ?/|
   ?©| by | di | de | von ) ?\S.{0,160}
\(?(getty images|shutterstock|istock|unsplash|pixabay|pexels|wikimedia commons|(ap|afp|reuters|epa|dpa|ansa|pa|
  efe|tass|sipa) ?(photo|images|pictures|foto))\b.{0,120}
\(?(ap photo|reuters|afp|epa|ap|dpa|getty|efe) ?/ ?[^.]{2,100}|\(?(photo |image |picture )?credits? ?: ?\S.{0,120}
"""
"""Whole blocks that say whose picture stands there."""

NOTICES = r"""
this (?:article|story|post|piece|report|page) (?:was|has been|is|first|originally|may|will
  |appeared)\b.{0,30}?\b(?:published|updated|corrected|amended|translated|republished|appeared|generated|edited
  |produced|part of|available|written by)
correction ?:|clarification ?:|editor['’]s note ?:|disclaimer\b|(?:the )?(?:views|opinions) expressed
(?:additional |with )?reporting by |editing by |writing by |compiled by |about the author
a version of this (?:article|story)|for (?:more|further) information\b.{0,40}(?:contact|visit|call)
for (?:media|press) (?:enquiries|inquiries)|(?:media|press) contacts?\b|notes to editors?\b|note to editors?\b
about [A-Z][\w&.' -]{1,50}$
"""
"""Beginnings of what a page says about its article: corrections, first publication, who edited it, press contacts."""

_SHARE_WORD_LIST = """
facebook twitter whatsapp telegram linkedin pinterest reddit email e-mail mail print copy x instagram tumblr
flipboard bluesky threads mastodon viber messenger sms tweet pin pocket line youtube tiktok rss share link more vk
ok xing signal odnoklassniki gmail snapchat weibo wechat skype evernote digg url gift save listen
"""
SHARE_WORDS = frozenset(_SHARE_WORD_LIST.split())
"""A block of nothing but these is a row of buttons."""
