/** The closed lists of words that leave a statement as it is, in English and French, folded. Whatever is in none of them was not read. */

const whole = (source: string): RegExp => new RegExp(`^(?:${source.replaceAll(/\s+/g, '')})$`)

const small = String.raw`so|thus|donc|there|been|being|only|some|several|uses?|shows?|revealed|reveals|a|an|the|and|or|of|in|on|at|by|with|for|to|from|as|is|are|was|were|has|have|had|he|she|they|his|her|their|him|this|that|which|who|
  also|both|all|any|now|currently|current|today|then|plus|other|
  un|une|des?|du|la|les?|l|d|et|ou|ni|en|au|aux|a|par|sur|pour|avec|il|elle|son|sa|ses|ce|cette|cet|qui|est|sont|ont|ete|etait|actuel(?:le)?(?:ment)?|autres?|x|s|y|o|yo|ans?|
  i|ii|iii|iv|two|three|four|five|six|seven|eight|nine|ten|twelve|trois|quatre|cinq|six|sept|huit|neuf|dix|syndrome|disease|disorder|sd|sdr|sy|maladie|trouble|generally|healthy|otherwise|admission`
const people = String.raw`man|men|woman|women|male|female|m|f|h|boy|girl|gentleman|lady|child|infant|baby|neonate|newborn|toddler|teenager|adolescent|student|patiente?|pt|years?|yr|yrs|old|mr|mrs|ms|mme|homme|femme|garcon|fille|enfant|nourrisson|nouveau|ne|bebe|mois|african|american|caucasian|white|black|asian|hispanic|handed`
const times = String.raw`morning|evening|night|bedtime|every|chaque|tous|toutes|yesterday|today|tonight|times?|earlier|aujourd|hui|needed|besoin|since|ago|for|from|until|day|days|d|week|weeks|wk|wks|month|months|mo|mths?|year|hours?|h|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|last|past|previous(?:ly)?|prior|before|history|previously|aged?|newly|recent(?:ly)?|
  depuis|jours?|j|semaines?|sem|mois|annees?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|dernier|derniere|passee?|anterieure?s?|ancienne?|recente?|y|il|hier|ce|soir|matin|nuit|spring|summer|autumn|winter|printemps|ete|automne|hiver`
const places = String.raw`scalp|nails?|elbows?|wrists?|ankles?|fingers?|toes?|trunk|throat|tongue|jaw|cuir|chevelu|ongles?|coudes?|poignets?|chevilles?|doigts?|orteils?|tronc|gorge|langue|back|dos|dorsale?|right|left|both|bilateral(?:ly)?|bilat|r|l|b|side|upper|lower|middle|lobe|lobar|distal|proximal|anterior|posterior|lateral|medial|central|peripheral|eye|eyes|ear|knees?|hips?|hands?|feet|foot|legs?|arms?|shoulders?|spine|spinal|lumbar|cervical|thoracic|neck|head|brain|cerebral|lungs?|pulmonary|chest|heart|cardiac|liver|hepatic|kidneys?|renal|bladder|bowel|colon|colonic|ileal|ileum|rectum|rectal|stomach|gastric|oesophageal|esophageal|pancreatic|pancreas|skin|breasts?|prostate|thyroid|uterine|uterus|ovarian|ovary|bone|bones|marrow|nodes?|lymph|blood|limbs?|joints?|tooth|abdominal|abdomen|pelvic|pelvis|facial|face|nasal|oral|
  droite?s?|gauches?|deux|bilaterale?s?|superieure?s?|inferieure?s?|haut|bas|moyen|distale?|proximale?|oeil|yeux|genoux?|hanches?|mains?|pieds?|jambes?|bras|epaules?|rachis|lombaires?|cervicales?|thoraciques?|cou|tete|cerveau|cerebrale?s?|poumons?|pulmonaires?|coeur|cardiaques?|foie|hepatiques?|reins?|renale?s?|vessie|colon|coliques?|ileo|caecale?|rectum|estomac|gastriques?|pancreas|peau|cutanee?s?|seins?|prostate|thyroide|uterus|ovaires?|os|osseux|osseuses?|moelle|ganglions?|sang|membres?|abdomen|abdominale?s?|pelvien(?:ne)?s?|bassin|face`
const degrees = String.raw`long|standing|red|new|sudden|high|low|dry|productive|benign|clinical|remission|sensible|dependante?|resistante?|sensitive|dependent|resistant|cortico|steroid|mild|moderate|severe|active|acute|chronic|stable|actively|controlled|well|uncontrolled|poorly|known|persistent|permanent|recurrent|refractory|symptomatic|primary|secondary|advanced|metastatic|locally|type|stages?|grades?|class|classe|score|early|late|classic(?:al)?|essential|idiopathic|complete|partial|total|multiple|small|large|diffuse|localized|generalized|systemic|progressive|relapsing|remitting|
  leger|legere|moderee?|severes?|actif|active|aigue?s?|chroniques?|controlee?s?|equilibree?|connue?s?|persistante?s?|permanente?|recidivante?s?|refractaires?|symptomatiques?|primaire|secondaires?|primitive?|metastatiques?|avancee?|stade|classique|essentielle|idiopathique|complete?|partielle?|totale?|multiples?|diffuse?|localisee?|generalisee?|systemique|progressive|remittente|recurrente|bien|mal|cryptogenic|ischa?emic|ha?emorrhagic|autoimmune|auto|immune|progressively|worsening|cryptogenique|ischemique|hemorragique`
const proofs = String.raw`case|cas|significant|notable|molecular|analysis|cytologically|requiring|prolonged|diagnosed|diagnosis|dx|dxd|confirmed|proven|biopsy|biopsies|bx|histology|histologically|pathology|path|documented|established|found|detected|positive|pos|shows?|showed|showing|presents?|presented|presenting|admitted|hospitalized|hospitalised|hospital|suffers?|suffering|complains?|complaining|complaints?|develops?|developed|follow(?:ed)?|up|seen|treated|untreated|managed|on|under|despite|due|because|associated|complicated|including|incl|visits?|emergency|department|er|ed|clinic|comes?|referred|brought|
  diagnostiquee?s?|diagnostic|confirmee?s?|prouvee?s?|biopsie|histologie|documentee?s?|decouverte?s?|positifs?|positives?|montre|retrouve|presente|presentant|admise?|hospitalisee?|atteinte?|souffre|porteur|porteuse|suivie?|traitee?s?|sous|malgre|due?|associee?s?|compliquee?s?|dont|adressee?|consulte`
const tests = String.raw`anapath|anatomopathologie|pathology|histology|histologie|ab|ag|rna|dna|arn|adn|pcr|tests?|testing|antigen|antigene|surface|antibody|antibodies|anticorps|echocardiography|ejection|fraction|ct|mri|pet|scan|x|ray|xray|cxr|ecg|ekg|eeg|echo|us|ultrasound|bloods?|labs?|serolog(?:y|ies)|pcr|culture|cultures|swab|exam|examination|imaging|endoscopy|colonoscopy|gastroscopy|polygraphy|polysomnography|angiogram|screening|staging|check|review|
  tdm|irm|tep|scanner|radio(?:graphie)?|ett|eto|echographie|echo|bilan|serologies?|prelevement|hemocultures?|examen|imagerie|endoscopie|coloscopie|fibroscopie|fo|controle`
const denial = String.raw`detected|detectable|detecte|use|illicit|smoke|drinks?|no|not|nor|never|without|denie[sd]|denying|none|nil|neg|negative|absent|absence|free|excluded|exclude|ruled|out|rapide|normal|
  pas|ni|non|jamais|sans|refusee?s?|refused|aucune?s?|negatifs?|negatives?|nie|absente?s?|exclue?s?|exclus|eliminee?s?|ecartee?s?|ne|n|s|evidence|signs?|signes?|argument|symptoms?|ever|yet`
const courses = String.raw`tapered|tapering|decroissance|weaning|dose|adjuvante?|gets?|recoit|recevait|medicines?|implanted|uses|used|started|starts?|begun|taking|takes?|took|on|off|stopped|ongoing|continued?|completed|finished|done|received|receiving|given|underwent|had|dose|doses?|daily|weekly|monthly|bd|tds|od|qd|bid|tid|qid|prn|nocte|mane|iv|im|sc|po|oral|orally|tablets?|injections?|inhaler|inhaled|puffs?|infusions?|instillations?|induction|cycles?|courses?|mg|g|ml|mcg|ug|units?|ui|iu|line|lines|maintenance|adjuvant|neoadjuvant|therapy|treatment|treatments|medications?|regular|taken|
  debutee?s?|commencee?s?|prend|prenait|pris|prise|arretee?s?|stoppee?s?|poursuivie?s?|terminee?s?|recue?s?|realisee?s?|faite?s?|jour|jours|semaine|fois|cp|comprimes?|gouttes?|inh|cures?|ligne|lignes|entretien|traitement|tt|ttt|continu|jusqu|rechute|derniere|nuit|matin|soir|opere|operee`

/** Words that join, name people or tell a time. */
export const connecting = whole(`${small}|${people}|${times}`)
/** Words of a plain statement behind or before a name. */
export const ofStatement = whole(
  `${small}|${people}|${times}|${places}|${degrees}|${proofs}|${courses}|${tests}|yes|oui`,
)
/** Words that may stand before a name alone. */
export const qualifying = whole(
  `pmhx?|pmh|past|medical|history|hx|h|antecedents?|atcd|other|include|includes|including|comorbidities|background|known|prior`,
)
/** Words of a denial that denies all of a name: no part, no place and no kind. */
export const ofDenial = whole(
  `${denial}|${tests}|known|clinical(?:ly)?|found|seen|on|history|antecedents?|significant`,
)
/** A salt or a form of a medicine behind its name. */
export const ofMedicine = /^\p{L}{2,}(?:ate|ide|ine|um)$/u
/** Words of a label under which what follows is of the person. */
export const ofLabel = whole(
  `${small}|${times}|${places}|${tests}|${people}|generaux|generales?|personnels?|notables?|pertinents?|ophtalmo[a-z]*|cardio[a-z]*|vhb|vhc|vih|hbv|hcv|hiv|pmhx?|pmh|past|medical|history|hx|antecedents?|atcd|med|meds|medications?|medicines?|treatment|treatments?|traitements?|tt|ttt|ttts|comorbidities|comorbidites|problems?|problemes?|diagnos[ie]s|diagnostics?|dx|summary|conclusion|terrain|background|clinically|clinique|o|e|exam|examen|general|allergies|allergy|motif|complaint|presenting|hpi|hdm|path|histology|histologie|anapath|biopsy|biopsie|bx|surgery|surgical|chirurgie|chirurgicaux|medicaux|result|results?|resultats?|cardio|neuro|resp|derm|psych|gastro|social|drugs?|note|repeat|rest|reste|sinon|re|courrier|lettre|letter|gp|gastro|letter|dr|adressee?|referred`,
)
/** What says of a name before its colon that it is so. */
export const affirming =
  /^(?:\s?\([^()]*\))?\s?:[^.;]*?(?:(?<!\p{L})(?:yes|oui|present|confirmed|confirmée?|known|connue?|since|depuis|diagnosed|diagnostiquée?|dx|type|stage|stade|grade|controlled|équilibrée?|contrôlée?|stable|sévère|severe|year|man|woman|boy|girl|male|female|homme|femme|garçon|fille|ans|recurrence|récidive|relapse|rechute|treated|traitée?|on|sous)(?!\p{L})|\+|\d+\s?[MFHy](?!\p{L}))/iu
/** A test of something is still to tell. */
export const toCome =
  /(?<!\p{L})(?:awaited|awaiting|pending|requested|booked|queried|to (?:be )?(?:repeat|confirm|follow|exclude|check|rule)\p{L}*|en attente|demandée?s?|prévue?s?|à (?:re)?(?:faire|contrôler|confirmer|voir|discuter)|suspect\p{L}*|évoquée?s?|possibl[ey]|probabl[ey]|likely|unknown|inconnue?s?|unclear|maybe|peut-être|doubt\p{L}*|doute\p{L}*|query)(?!\p{L})|\?/iu
/** An abbreviation or a marker, in capitals or with a number. */
export const sign = /^(?:[\p{Lu}\p{N}+-]{2,7}s?|\p{L}{1,4}[\d+-][\p{L}\p{N}+-]*)$/u
/** What denies, behind a colon or before a name. */
export const denies =
  /(?<!\p{L})(?:no|not|none|nil|never|neg|negative|absent|denie[sd]|without|ruled out|excluded|pas|non|aucune?|jamais|sans|nég|négati(?:f|ve)|absente?|exclue?|éliminée?|écartée?|refusée?|refused)(?!\p{L})(?! (?:yet|encore))/iu
/** One more thing of a list: "fever and vocal changes". */
export const oneMore = /^\s?(?:and|et|ou|or|ni|nor)(?: (?:d[’'])?\p{L}+){1,2}\s*$/iu
/** How words for the parts of the body begin in French, by the English word. */
export const inFrench: ReadonlyMap<string, readonly string[]> = new Map([
  ['liver', ['hepat']],
  ['lung', ['pulmo']],
  ['bone', ['osseu']],
  ['brain', ['cereb']],
  ['kidney', ['renal']],
  ['heart', ['cardi']],
  ['chest', ['thora']],
  ['skin', ['cutan']],
])
/** What tells of something else behind a name: a referral, a reason, an implant, a time. */
export const aside =
  /(?<!\p{L})(?:referred|adressée?|because|parce qu|car|due to|en raison|raison)(?!\p{L}).*$|^ (?:with|avec) (?:an? |the |une? |l[ae] )?\p{L}+(?: in situ| en place)?|(?<!\p{L})once(?= (?:aged|at age|in \d))/iu
/** A name that tells of the course of some illness, and of none by itself. */
export const ofCourse = /^(?:relapse|recurrence|recurrent|récidive|rechute|progression)s?$/iu
/** A value that is to be measured again. */
export const again =
  /(?<!\p{L})(?:(?:an? )?(?:repeat|recheck|re-?test)(?: \p{L}+)? (?:has been |is |was )?(?:requested|awaited|pending|booked|planned|ordered)|to be (?:repeated|rechecked|confirmed)|to repeat|à (?:refaire|recontrôler|reprendre|confirmer)|contrôle (?:demandé|prévu|à))(?!\p{L})/iu
/** Denials, each by its place. */
export const everyDenial =
  /(?<!\p{L})(?:no|not|nor|never|without|denie[sd]|denying|absence|pas|aucune?|jamais|sans|ni|\p{L}+n['’]t)(?!\p{L})/giu
/** Who came with a child says nothing. */
export const broughtBy =
  /(?<!\p{L})brought (?:in )?(?:to [^.,;]*? )?by (?:his|her|their) (?:parents|mother|father|m[ou]m|dad)|amenée? par (?:ses parents|sa mère|son père)/iu
/** What a medicine is for, and the four letters that a biosimilar has behind its name. */
export const indication = /(?<!\p{L})(?:for|pour) .*$|^-\p{L}{4}(?!\p{L})/iu
/** A name that is of a test, a check or a clinic: "TB screening done". */
export const ofTest =
  /^\s(?:screen\p{L}*|tests?|testing|check\p{L}*|clinic|serolog\p{L}*|swabs?|cultures?|review|exam\p{L}*)(?!\p{L})(?![^.;,]*posi)/iu
/** How bad, which a denial denies alone: « pas d'asthme sévère ». */
export const ofDegree =
  /(?<!\p{L})(?:severe|mild|moderate|uncontrolled|sévère|grave|légère?|modérée?)(?!\p{L})/iu
