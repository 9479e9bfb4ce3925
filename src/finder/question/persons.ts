/** Of whom people speak, as the source of a pattern: those of one sex, and those who may be of either. */
export const persons = {
  male:
    'son|boys|gson|tonton|mec|frangin|pépé|veuf|gamin|godson|filleul|gendre|fiancé|fella|guy|voisin|lad|laddie|bloke|step-?son|step-?dad|step-?father|boy|husband|hubby|father|dad|daddy|grand(?:father|d?ad|pa|[- ]?son)|brother|nephew|uncle|boyfriend|man|gentleman|' +
    '[ée]poux|compagnon|copain|fiston|fils|beau[- ]fils|beau[- ]p[èe]re|beau[- ]fr[èe]re|demi[- ]fr[èe]re|gar[çc]on|homme|mari|conjoint|p[èe]re|papa|fr[èe]re|neveu|oncle|grand[- ]p[èe]re|grand[- ]oncle|papi|papy|petit[- ]fils|monsieur',
  female:
    'daughter|girls|jumelles|gdaughter|tata|tatie|mémé|frangine|meuf|veuve|widow|gamine|goddaughter|filleule|fianc[ée]e|voisine|missus|lass|lassie|step-?daughter|step-?mum|step-?mom|step-?mother|girl|wife|mother|mum|mom|mommy|mummy|mam|gran|granny|nana|nan|nanna|grandma|grand(?:mother|[- ]?daughter)|grandaughter|sister|niece|aunt(?:y|ie)?|' +
    'girlfriend|woman|lady|fille|fillette|femme|[ée]pouse|m[èe]re|maman|s[œo]e?ur|ni[èe]ce|tante|grand[- ]m[èe]re|grand[- ]tante|mamie|' +
    'petite[- ]fille|dame|madame|patiente|adolescente|petite|conjointe|compagne|copine|cousine|amie',
  either:
    'child|kid|kiddo|puce|loulou|eldest|youngest|a[iî]n[ée]e?|cadet(?:te)?|gosse|baby|infant|newborn|toddler|teen|teenager|adolescent|friend|partner|patient|cousin|' +
    'enfants?|b[ée]b[ée]|bb|nourrisson|petit|ado|adolescent|jumeaux|ami|cousin',
} as const

/** After these words a name is somebody's. */
export const beforeName = 'dr|mr|mrs|called|named|appelle'

/** Anybody of whom an age is said. */
export const anyPerson = `(?:${persons.male}|${persons.female}|${persons.either})(?:[ -]in[ -]law| of (?:mine|ours))?`

/** What people of either sex say that they are: "nurse 33", « fonctionnaire, 50 ans ». */
export const eitherCallings =
  'nurse|teacher|trucker|lorry driver|truck driver|chauffeur routier|routier|vet|farmer|student|driver|builder|engineer|retiree|pensioner|veteran|smoker|runner|cyclist|swimmer|athlete|dancer|carpenter|electrician|plumber|chef|cook|cleaner|musician|' +
  'lawyer|soldier|paramedic|hairdresser|secretary|accountant|librarian|vegan|vegetarian|drinker|worker|officer|singer|journalist|gardener|mechanic|welder|miner|roofer|painter|baker|dentist|' +
  'footballer|gamer|fumeur|fonctionnaire|cadre|secr[ée]taire|journaliste|comptable|artiste|dentiste|v[ée]gane?|cycliste|militaire|libraire|coll[èe]gue'

/** What people say that they are, beside what they have: « infirmière, migraine », « étudiant de 22 ans ». */
export const callings = {
  female:
    'infirmi[èe]re|[ée]tudiante|retrait[ée]e|enseignante|agricultrice|coiffeuse|caissi[èe]re|vendeuse|serveuse|ouvri[èe]re|institutrice|aide[- ]soignante|avocate|boulang[èe]re|' +
    'cuisini[èe]re|fumeuse|ancienne fumeuse|sportive|joueuse|danseuse|coureuse|veuve|lyc[ée]enne|coll[ée]gienne|[ée]coli[èe]re|directrice|commer[çc]ante|polici[èe]re|employ[ée]e|' +
    'p[ûu]ricultrice|[ée]ducatrice|pharmacienne|chirurgienne|g[ée]rante|housewife|widow|waitress|actress|businesswoman|policewoman|schoolgirl|midwife|sage-femme|schoolmistress|headmistress|seamstress|dinner lady|barmaid|apicultrice|couturi[èe]re|fermi[èe]re',
  male:
    'infirmier|[ée]tudiant|retrait[ée]|enseignant|agriculteur|coiffeur|caissier|vendeur|serveur|ouvrier|instituteur|aide[- ]soignant|avocat|boulanger|cuisinier|' +
    'sportif|joueur|danseur|coureur|veuf|lyc[ée]en|coll[ée]gien|[ée]colier|directeur|commer[çc]ant|policier|employ[ée]|ma[çc]on|plombier|chauffeur|pompier|' +
    '[ée]ducateur|pharmacien|chirurgien|g[ée]rant|widower|fisherman|postman|policeman|fireman|businessman|schoolboy|carreleur|couvreur|apiculteur|viticulteur|menuisier|charpentier|jardinier|m[ée]canicien|gendarme|handyman|bricklayer|lumberjack',
} as const
