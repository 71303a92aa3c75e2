"""What names and nouns mean the press: agencies, papers, stations, sites, and those who report for them."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.text.word_lists import listed

_WORDS = listed(
    "news newspaper newspapers times post herald tribune journal gazette chronicle telegraph observer guardian mirror"
    " courier examiner inquirer globe mail express sun star standard press today daily weekly magazine review"
    " broadcasting broadcast broadcaster television tv radio media wire newswire agency channel network online pravda"
    " gazeta zeitung tageblatt allgemeine presse figaro monde jazeera arabiya post-dispatch monitor bulletin dispatch"
    " reporter record register advertiser intelligencer republican democrat sentinel constitution beast economist"
    " independent novosti izvestia vedomosti kommersant agencia prensa diario giornale corriere"
)
"""Words that outlets bear in their names. Some are common in other names; `named_outlet` asks for company."""
_PLAIN_WORDS = listed(
    "news newspaper newspapers television tv radio broadcasting broadcaster newswire times gazette herald tribune"
    " chronicle telegraph jazeera arabiya novosti zeitung pravda gazeta diario prensa"
)
"""Those of them that hardly stand in any other name."""
_NOT_OUTLETS = re.compile(
    r"\b(?:Twitter|Facebook|Telegram|WhatsApp|Instagram|YouTube|TikTok|Truth Social|Weibo|WeChat|VK|LinkedIn|Reddit"
    r"|Snapchat|Signal|Square|Security Agency|Intelligence Agency|Protection Agency|Energy Agency|Space Agency"
    r"|Development Agency|Enforcement|Press Association of|Press Secretary|Press Club|Press Council)\b"
)
_NAMES = frozenset(
    """
ABC|ABC News|Adnkronos|AFP|Agence France-Presse|Agence France Presse|AllAfrica|Al Arabiya|Al-Arabiya|Al Jazeera
Al-Jazeera|Al-Masdar|Al Mayadeen|Al-Monitor|Amaq|ANI|ANSA|Anadolu|Anadolu Agency|AP|ARD|Asahi Shimbun|Asahi
Associated Press|Axios|Barron's|BBC|Belga|Bellingcat|Belta|BelTA|Bernama|Bild|Bloomberg|Bloomberg News|Breitbart
Breitbart News|BuzzFeed|BuzzFeed News|Caixin|Canadian Press|CBC|CBS|CBS News|CCTV|CGTN|Channel NewsAsia|CNA|CNBC|CNN
C-SPAN|Daily Beast|Daily Caller|Daily Dot|Daily Mail|Daily Mirror|Daily NK|Daily Sabah|Dawn|Deadline|Der Spiegel
Deutsche Welle|Die Welt|Die Zeit|DPA|dpa|DW|Dzerkalo Tyzhnia|Economist|EFE|El Mundo|El País|El Pais|Euronews|Expressen
Aftonbladet|FAZ|FT|Financial Times|Folha|Forbes|Fortune|Fox|Fox News|Fox Business|France 24|France Inter
Globe and Mail|Globes|Globo|Guardian|Haaretz|HBO|Hill|HuffPost|Huffington Post|Hürriyet|Hurriyet|IANS|Independent
Infobae|Insider|Intercept|Interfax|Interfax-Ukraine|IRNA|ISNA|ITAR-TASS|ITN|ITV|Izvestia|Jiji|Jiji Press|JTA|KCNA
Kommersant|KUNA|Kyiv Independent|Kyiv Post|Kyodo|Kyodo News|La Repubblica|La Stampa|La Nación|La Nacion|Le Figaro
Le Monde|Le Parisien|Libération|Lusa|Mainichi|Maariv|McClatchy|Mediapart|Meduza|MENA|Mehr|Middle East Eye|Moscow Times
Mother Jones|MSNBC|NBC|NBC News|National Review|Nation|Newsday|Newsmax|Newsweek|New Republic|New York Post
New York Times|New Yorker|NHK|Nikkei|Novaya Gazeta|NOS|NPR|NRK|NTV|NYT|Observer|OAN|ORF|PA|PBS|Petra|Politico|POLITICO
PolitiFact|Press TV|ProPublica|PTI|Press Trust of India|Punch|Quartz|RAI|Rai|RBC|Reuters|RFE/RL|RFI|RIA|RIA Novosti
Rodong Sinmun|Rossiya 1|Rossiyskaya Gazeta|RT|RTÉ|RTE|RTL|Rudaw|Rolling Stone|Ruptly|SABC|SANA|Saba|Salon|SBS|Semafor
Sky|Sky News|Slate|South China Morning Post|SCMP|Spectator|Spiegel|SPA|Sputnik|StatNews|Straits Times|Stern
Süddeutsche Zeitung|Sunday Times|Suspilne|SVT|Swissinfo|TASS|Tass|Tasnim|Times|TIME|Time|TMZ|Toronto Star|Townhall|TRT
TRT World|TV2|TV4|TV5|TVP|Ukrainska Pravda|Ukrinform|Unian|UNIAN|UPI|Univision|USA Today|Vedomosti|Vanity Fair|Variety
Vice|Vox|Voice of America|VOA|WAFA|Wafa|WAM|Wall Street Journal|WSJ|Washington Examiner|Washington Post
Washington Times|Welt|Wired|Xinhua|Yahoo|Yahoo News|Yedioth Ahronoth|Ynet|Yomiuri|Yonhap|ZDF|Zeit|Philippine Star
Rappler|Scroll|The Wire|NDTV|Mint|Business Standard|Hindu|Indian Express|Hindustan Times|Economic Times|Global Times
People's Daily|China Daily|ThePaper.cn|Sixth Tone|Taipei Times|Focus Taiwan|Hankyoreh|Chosun Ilbo|JoongAng Ilbo
Dong-A Ilbo|NK News|38 North|Ahram|Al-Ahram|Asharq Al-Awsat|Al-Quds|Okaz|Gulf News|Khaleej Times|L'Orient|An-Nahar
Jerusalem Post|Times of Israel|i24|Kan|Channel 12|Channel 13|Channel One|Kurdistan 24|Iran International|Tolo|TOLOnews
Ariana|Geo|Geo News|ARY|Daily Star|Prothom Alo|Dhaka Tribune|Mail & Guardian|News24|EWN|Vanguard|Nation Media
The Citizen|Monitor|Standard|Al Hayat|Al-Hayat|Al Manar|Al-Manar|Al-Mayadeen|Aljazeera|Antara|Ars Technica
BBC World Service|Charlie Hebdo|Corriere della Sera|CTV|Deutsche Presse-Agentur|Dozhd|Fars|Folha de S.Paulo|France24
Indymedia|IRIB|Kathimerini|KBS|L'Équipe|Mada Masr|Mainichi Shimbun|NZZ|Nikkei Asia|Ouest-France|Postmedia|RFA
Reforma|Rzeczpospolita|TechCrunch|TF1|Atlantic|Onion|Verge|TVN|United Press International|Wikinews|WikiLeaks
Yomiuri Shimbun|Thomson Reuters|El Universal|Clarín|Clarin|El Tiempo|El Comercio|O Globo|Estadão|Telesur|teleSUR
Prensa Latina
""".strip().replace("\n", "|").split("|")
)  # fmt: skip
"""Names by which outlets are known, without "The"; the world's agencies and the papers and stations most quoted."""
KINDS = listed(
    "newspaper paper daily weekly monthly tabloid broadsheet magazine journal periodical broadcaster station channel"
    " network outlet publication website site portal blog podcast radio television tv media newswire wire correspondent"
    " newsroom"
)
"""Nouns for outlets, and for one who reports for the outlet in front of the reader."""
PERSONNEL = listed(
    "reporter journalist correspondent host anchor presenter interviewer editor columnist moderator anchorman"
    " anchorwoman producer"
)
"""Those by whom an outlet hears and speaks; without it ("told reporters") they are an audience."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def named_outlet(name: str) -> bool:
    """Whether a proper name is known, or can be seen, to be an outlet's; platforms that carry anybody are none."""
    bare = " ".join(_ARTICLE.sub("", name).replace("’", "'").split())
    bare = bare.removesuffix("'s")
    if _NOT_OUTLETS.search(bare):
        return False
    if bare in _NAMES:
        return True
    words = bare.lower().split()
    return any(word in _PLAIN_WORDS for word in words) or (len(words) > 1 and words[-1] in _WORDS)
