"""Common nouns that name actors, by what they name: persons, bodies, groups, documents."""

from __future__ import annotations

from firsthand.text.word_lists import listed

LEADERS = listed(
    """
    boss chair chairman chairperson chairwoman chancellor chief commander dictator director emir emperor empress
    governor head king leader mayor minister monarch pontiff pope premier president principal queen ruler strongman
    sultan supremo tsar
    """
)
"""Those whom "the leader" may mean."""
SPEAKERS = listed("mouthpiece spokesman spokesperson spokeswoman")
MALE = listed(
    """
    abbot actor archbishop ayatollah baron bishop boy boyfriend brother businessman cameraman cardinal chairman
    clergyman congressman countryman cowboy craftsman dad duke emir emperor father fireman fisherman foreman
    gentleman godfather grandfather grandson gunman guy husband imam king lad layman lord man midshipman monk mullah
    nephew nobleman ombudsman policeman pope priest prince rabbi repairman salesman serviceman sheikh son spokesman
    sportsman statesman stepfather stepson strongman sultan tsar uncle waiter widower
    """
)
FEMALE = listed(
    """
    actress aunt ballerina baroness bride businesswoman chairwoman congresswoman councilwoman countess daughter
    duchess empress gal girl girlfriend goddess granddaughter grandmother heiress heroine hostess housewife lady
    landlady maid midwife mistress mom mother mum niece nun policewoman princess queen salesgirl saleswoman
    servicewoman sister spokeswoman stateswoman stepdaughter stepmother waitress widow wife witch woman
    """
)
KIN = listed(
    """
    aunt boyfriend bride brother child companion cousin dad daughter father fiance fiancé fiancée girlfriend
    granddaughter grandfather grandmother grandson husband kid mom mother mum nephew niece parent partner relative
    sibling sister son spouse stepfather stepmother twin uncle widow widower wife
    """
)
"""Each person has kin of his own: "his brother" here and "her brother" there need not be one."""
PERSONS = (
    listed(
        """
    academic accountant accuser achiever acrobat activist administrator admiral adult adventurer adviser advisor
    advocate aide amateur ambassador analyst anchor anchorman anchorwoman animator anthropologist apologist
    applicant apprentice arbiter archaeologist architect archivist aristocrat artist assailant assassin assistant
    associate astronaut astronomer athlete attacker attendant attorney auditor author autocrat aviator baby bachelor
    baker banker bard barrister bassist batsman beggar believer beneficiary billionaire biographer biologist blogger
    bodyguard bomber botanist bowler boxer broadcaster broker builder bureaucrat burglar businessperson butcher
    buyer cabinetmaker cadet caller campaigner candidate captain captive carer caretaker carpenter cartoonist
    cashier celebrity ceo cfo champion chaplain chauffeur chef chemist choreographer citizen civilian claimant
    cleaner cleric clerk client climatologist climber co-founder coach cofounder collaborator colleague collector
    colonel columnist comedian commandant commentator commissioner composer comptroller comrade conductor
    conservationist constable consultant consumer contender contestant contractor convict cook coordinator cop
    coroner corporal correspondent councillor councilman councilor counsellor counselor counterpart counterterrorist
    creator creditor cricketer criminal critic curator customer cyclist dancer dealer dean decorator defector
    defendant defender delegate demonstrator dentist deputy descendant deserter designer detainee detective
    developer diplomat diplomatist disciple dissident doctor donor draughtsman driver dweller ecologist economist
    editor educator elder elector electrician employee employer engineer entertainer entrepreneur envoy
    epidemiologist evangelist examiner executive executor expat expert explorer extremist eyewitness fan farmer
    feminist fighter filmmaker financier firefighter footballer forecaster foreigner founder freelancer friend
    fugitive gangster gardener general genius geographer geologist goalkeeper golfer graduate grandchild guard
    guardian guerrilla guest guitarist gymnast hacker hairdresser headmaster headteacher heir helper hero historian
    homeowner host hostage human hunter illustrator immigrant incumbent individual industrialist infant informant
    inmate innovator insider inspector instructor insurgent intellectual intern interpreter interviewee interviewer
    intruder inventor investigator investor islamist jailer janitor jew jihadist jockey journalist judge jurist
    juror justice kidnapper killer knight laborer labourer landlord laureate lawmaker lawyer lecturer legend
    legislator liaison librarian lieutenant linguist lobbyist looter lorryman lover loyalist magician magistrate
    magnate major maker manager marine marketer marshal marxist master mastermind mate mathematician mechanic
    mediator medic member mentor mercenary merchant messenger meteorologist migrant militant millionaire miner minor
    missionary moderator moralist motorist mountaineer mp murderer musician muslim narrator nationalist naturalist
    negotiator neighbor neighbour neonazi newcomer newsman newsreader nominee novelist novice nurse nutritionist
    observer occupant offender officer official oligarch operative operator opponent orator organiser organizer
    orphan outsider owner painter paramedic parishioner parliamentarian participant partisan passenger passerby
    pastor patient patriarch patron peacekeeper pedestrian peer pensioner performer perpetrator person personality
    petitioner pharmacist philanthropist philosopher photographer physician physicist pianist pilgrim pilot pioneer
    pirate plaintiff player playwright plumber poet police-officer policymaker politician pollster porter
    practitioner preacher predecessor presenter pretender prisoner producer professor programmer promoter proponent
    proprietor prosecutor protagonist protester protestor psychiatrist psychologist publicist publisher pundit pupil
    racist rapist rapper reader rebel receptionist recipient recruit recruiter refugee regent registrar reporter
    representative republican researcher resident respondent retiree reviewer revolutionary rider rival robber
    runner sailor saint saver scholar schoolboy schoolgirl schoolteacher scientist screenwriter sculptor secretary
    seller senator separatist sergeant servant settler shareholder sheriff shooter shopkeeper shopper singer skeptic
    skier skipper smuggler socialist sociologist soldier solicitor songwriter sophomore source speaker specialist
    spectator speechwriter sponsor spy staffer stakeholder star statistician stockbroker storyteller stranger
    strategist striker student suffragette suicide-bomber superintendent superstar supervisor supplier supporter
    surgeon surveyor survivor suspect swimmer sympathiser sympathizer tailor taxpayer teacher teammate technician
    teen teenager tenant terrorist theologian theorist therapist thief thinker tourist trader trafficker trainee
    trainer traitor translator traveler traveller treasurer trooper trustee tutor tycoon tyrant undersecretary
    vendor vet veteran veterinarian victim viewer villager violinist virologist visitor vocalist volunteer voter
    warden warlord warrior whistleblower winner witness worker workman wrestler writer yachtsman youngster youth
    zoologist
    """
    )
    | MALE
    | FEMALE
    | KIN
    | LEADERS
    | SPEAKERS
)
"""Every other noun for one person."""
PLURAL_PERSONS = listed(
    """
    children clergy dead elders folk folks masses men people personnel police poor rich troops women wounded
    """
)
"""Nouns that mean several persons without a plural ending."""
GROUPS = listed(
    """
    air-force alliance army audience band battalion bloc brigade cabal camp caste clan clique coalition cohort
    community congregation contingent convoy couple crew crowd delegation diaspora duo elite ensemble entourage
    envoys faction faithful family fleet folk force forces gang generation group guild household humanity junta jury
    leadership lobby majority management mankind membership militia minority mission mob movement nation navy
    opposition orchestra organisers pair panel party patrol platoon population posse press public quartet quintet
    regiment resistance squad squadron staff team tribe trio troop troops troupe unit vanguard workforce
    """
)
"""Many persons under one noun, with no name or statutes of their own to go by."""
ORGANISATIONS = listed(
    """
    academy administration agency airline archive assembly association authority automaker bank board brewery
    broadcaster brokerage bundestag bureau cabinet carmaker carrier cartel chamber charity chipmaker club
    co-operative college commission committee company conglomerate congress consortium consulate cooperative
    corporation corps council court daily department directorate drugmaker embassy enterprise federation firm
    foundation giant government institute institution insurer judiciary knesset laboratory league legislature lender
    magazine manufacturer military ministry monarchy municipality network newsletter newspaper ngo opposition
    orchestra organisation organization outfit outlet parliament party police portal presidency prosecution
    publication publisher regime regulator retailer seminary senate society start-up startup station studio
    subsidiary syndicate tabloid task-force think-tank thinktank trade-union treasury tribunal union university
    utility watchdog website weekly world-bank
    """
)
"""Bodies with a name and statutes. Nouns that may as well be buildings or persons are in BODIES."""
BODIES = listed(
    """
    arm body branch business center centre chain channel church city contractor country developer employer executive
    forum fund hospital inquiry kingdom library maker media museum nation office operator paper producer provider
    province republic school service site state supplier theater theatre
    """
)
"""Nouns that mean a body where they stand for one already named, but a place or thing elsewhere."""
GOVERNMENTS = listed("administration authorities cabinet government junta leadership monarchy regime")
STATES = listed("country kingdom nation republic state")
OUTLETS = listed(
    """
    agency blog broadcaster broadsheet channel daily journal magazine network newsletter newspaper newswire outlet
    paper portal publication station tabloid website weekly wire
    """
)
DOCUMENTS = listed(
    """
    affidavit analysis announcement article assessment audit autopsy biography blog book briefing bulletin cable
    census charter communique communiqué complaint constitution data declaration decree diary dispatch document
    documentary dossier e-mail editorial email essay file filing findings footage indictment interview investigation
    journal judgement judgment lawsuit leaflet letter manifesto manual memo memoir memoirs memorandum message
    minutes notice paper papers petition poll post press-release protocol publication record records release report
    reports research resolution review ruling statement statistics studies study sub-poena subpoena survey testimony
    text transcript treaty tweet verdict video warrant webpage
    """
)
TITLES = listed(
    """
    alhaja alhaji barr barrister dato datuk engr hajia malam mallam otunba tun ustad ustaz oba adm admiral
    ambassador archbishop attorney ayatollah begum bishop brig brigadier brother capt captain cardinal chairman
    chairwoman chancellor chief cmdr coach col colonel commander comrade congressman congresswoman constable
    corporal councillor cpl crown dame deputy detective dj don doña dr emperor excellency father field first frau
    gen general gov governor grand haji hajj herr highness hon honorable honourable imam inspector judge justice
    king lady lama lieutenant lord lt m madam madame maj majesty major marshal master maulana mayor minister miss
    mister mme monsieur mr mrs ms mullah officer pastor pope premier president prime prince princess private prof
    professor pvt queen rabbi rep representative rev reverend saint secretary sen senator sergeant señor señora sgt
    shaykh sheik sheikh sheriff shri sir sister smt speaker sri st superintendent vice
    """
)
"""What may stand before the name of a person."""
MALE_TITLES = listed(
    """
    archbishop ayatollah brother cardinal chairman congressman don emperor father herr imam king lord maulana mister
    monsieur mr mullah pope prince rabbi señor sheik sheikh shri sir
    """
)
FEMALE_TITLES = listed(
    """
    begum chairwoman congresswoman dame doña frau lady madam madame miss mme mrs ms princess queen señora sister smt
    """
)
SUFFIXES = listed("cbe esq ii iii iv jr kc mbe md mep mp obe phd qc sr")
"""What may stand behind the name of a person."""
