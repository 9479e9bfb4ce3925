import { numberPattern } from './number-words.ts'
import { anyPerson, callings, eitherCallings, persons } from './persons.ts'

/**
 * Ways to say an age, with the groups `number`, `unit` (years where there is none), `half`, `halfAfter` and `more` (months). What only tells how
 * long something lasts ("for 3 years", "depuis 3 ans") is none of them. Of a text without figures only those that read numbers in words.
 */
export function agePatterns(hasFigures: boolean): readonly RegExp[] {
  return hasFigures ? (read ??= patternsOf(inAll())) : (inWords ??= patternsOf(withoutFigures()))
}

let read: readonly RegExp[] | undefined
let inWords: readonly RegExp[] | undefined

function inAll(): readonly string[] {
  return [...inEither, ...inEnglish, ...inFrench]
}

/** Those that read a number in words as well: the others find nothing without figures. */
function withoutFigures(): readonly string[] {
  return inAll().filter(
    (source) => source.includes(number) || /<number>(?:\(\?:)?[a-z]/.test(source),
  )
}

function patternsOf(sources: readonly string[]): readonly RegExp[] {
  return sources.map((source) => new RegExp(`${firstLetter(source)}${source}`, 'giu'))
}

/** What a match begins with, to be looked at before all that stands before it: most places of a text are passed over so. */
function firstLetter(source: string): string {
  const rest = withoutLookbehind(source)
  if (rest.startsWith(number)) return ''
  return /^\(\?<number>(?:\[?\d|1\?|\\d|\[)/.test(rest) ? String.raw`(?=\d)` : ''
}

function withoutLookbehind(source: string): string {
  if (!/^\(\?<[=!]/.test(source)) return source
  let depth = 0
  let isEscaped = false
  for (let at = 0; at < source.length; at++) {
    const letter = source[at]
    if (isEscaped) isEscaped = false
    else if (letter === '\\') isEscaped = true
    else if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return withoutLookbehind(source.slice(at + 1))
  }
  return ''
}

const number = `(?<number>${numberPattern()})`
const unit = String.raw`(?<unit>years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|ans?|mois?|semaines?|jours?)`
const start = String.raw`(?<![\p{L}\p{N}.,/-])`
const end = String.raw`(?![\p{L}\p{N}])`
const half = String.raw`(?<half>(?:,? and a half|,? et demie?| ?½| 1/2|[.,]5)(?![\p{L}\p{N}]))?`

/** The same after the unit: « 3 ans et demi ». */
const halfAfter = half.replace('half', 'halfAfter')

/** A number alone is an age where nothing is counted by it: "25 weeks pregnant", "5 feet". */
const closed = String.raw`(?=\s*(?:$|[,.;:!?)]|(?:and|with|but|who|has|have|had|got|is|was|now|yo|from|still|just|newly|recently|diagnosed|suffer(?:s|ing)|can|cannot|can['’]?t|never|not|needs?|near|in|on|he|she|they|please|pls|plz|any|anything|what|where|looking|thanks|we|we['’]?re|my|our|i|i['’]?m|svp|merci|il|elle|ne|et|avec|qui|atteinte?|a|est|sous|pr[èe]s)(?!\p{L})))`

/** The same before any word, but for what counts or measures things, and for several of them. */
export const bare = String.raw`(?! (?:and|&|or|et|ou) \d)(?![.,/:-]?\d|\p{L}| ?(?:%|percent|pour ?cent|kg|kilos?|lbs?|pounds?|stones?|feet|ft|foot|inch|cm|mm|mg|mcg|ml|x|ans|an|year|month|mois|week|day|hour|heures?|minute|pack|bmi|imc|iq|degree|fois|th|st|nd|rd|[eè]me)(?!\p{L})|[ -](?!(?:has|is|was|lives|suffers|needs|takes|gets|keeps|falls|loses|forgets|struggles|wants|refuses|does|feels|sleeps|walks|uses|always|sometimes|smokes|drinks|wheezes|coughs|wakes|eats|hurts|seems|starts|whos|makes|cries|screams|hears|sees|hates|loves|likes|throws|says|thinks|bites|pulls|picks|scratches|itches|stutters|stammers|talks|limps|faints|passes|collapses|vomits|bleeds|shakes|trembles|snores|breathes|works|goes|comes|misses|stops|turns|weighs|stays|cuts|burns|drops|trips|repeats|lies|wets|soils|binges|purges|chokes|washes|counts|pees|dribbles|drools|rocks|claps|finds|puts|lost|cannot|uses|has|gained) |(?:\p{L}+(?:is|us|ss|betes)|parkinsons|alzheimers|crohns|hodgkins|huntingtons|graves)(?!\p{L}))\p{L}+s(?!\p{L}))`

/** Not how long something lasts, nor when it is counted from. */
const noSpan = String.raw`(?![ -](?:(?:ago|after|post|pregnan\p{L}*|gestation|since|later|before|pre|into|out|apr[èe]s|plus tard|avant)(?!\p{L})|de |d['’]|of (?!age)))`

const sexed = String.raw`(?:,? ?(?:(?-i:[FM])|(?:old )?(?:female|male|woman|man|girl|boy|lady))(?![\p{L}\p{N}-]))?`
const grown = `(?:${persons.male}|${persons.female})(?:[ -]in[ -]law)?`

/** Tubes and tracers are written as women are: "16F catheter", "18F-FDG". */
const noTube = String.raw`(?![\p{L}\p{N}-])(?! (?:cath|sheath|sonde|tube|needle|drain|stent|flu|fdg))`

/** Figures with these before them are a measure, a day or a room of a ward. */
const counted =
  'weeks?|january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|' +
  'temperature|temp|oxygen|saturation|rate|pulse|flow|urea|glucose|size|index|ratio|degrees|percent|readings?|units?|cigarettes|ward|room|dept|dpt|d[ée]partement|d[ée]p'

/** Of whom no age is said by a word of their own: "twins 5 yrs", "my little one, nearly 3". */
const littleOnes =
  "(?:twins|triplets|jumeaux|jumelles|little one|wee one|bout de chou|p['’]tit bout|petit bout)"
const nearly = '(?:nearly|almost|just|only|about|now|presque|bient[ôo]t|à peine|seulement)'

/** What nobody counts behind a word for who somebody is: "veteran 41 nightmares". */
const ofSomebody = String.raw`(?![.,/:-]?\d|\p{L}| ?(?:%|kg|kilos?|lbs?|stone|year|month|week|day|hour|minute|time|pack|cigarette|drink|kid|child|pill|tablet|unit|ans|mois|st|nd|rd|th|fois|heures?)s?(?!\p{L}))`

const smallChild = String.raw`(?<!\p{L})(?:little (?:girl|boy|one)|toddler|child|kid|baby|petite? (?:fille|gar[çc]on)|fillette|tout[- ]petite?|enfant|b[ée]b[ée]|nephew|niece|neveu|ni[èe]ce|filleule?|god(?:son|daughter)|grand(?:son|daughter)|petite?[- ]fil(?:s|le))(?!\p{L})`

/** Stands before a figure that is an age by its place alone. */
export const notCounted = String.raw`(?<!(?<!\p{L})(?:${counted}) )`

/** What is over began then: "diagnosed at 36". */
const nothingOver = String.raw`(?<=^(?!.*(?<!\p{L})(?:diagnos\p{L}*|since|was|were|had|beg[au]n|started|onset|born|died|first|temperature|temp|bmi|imc|level|count|rate|room|week|stage|weigh\p{L}*|sats|o2|depuis|eue?|[ée]tait|avait|commenc\p{L}*|arr[êe]t\p{L}*|d[ée]but\p{L}*|appar\p{L}*|d[ée]couv\p{L}*|d[ée]c[ée]d\p{L}*|mort|n[ée]e?|opér\p{L}*)(?!\p{L})).*)`

const inEither: readonly string[] = [
  // "2y 6m".
  String.raw`${start}(?<number>\d{1,2}) ?(?<unit>y)(?:rs?|ears?)? ?(?<more>\d{1,2}) ?m(?:o|os|ths?)?${end}`,
  // "Age: 44", « âge : 44 ans ».
  String.raw`${start}[âa]ge ?[:=] ?(?<number>\d{1,3})(?: ?${unit})?${end}`,
  String.raw`${start}(?<number>\d{2}) ?(?-i:[FM])${noTube}`,
  String.raw`${start}(?<number>\d{2})[fm]${noTube}`,
  // "45/F", "F 45" first of all.
  String.raw`${start}(?<number>\d{2})/(?:f|m)${end}`,
  String.raw`^(?-i:[FMH]) ?(?<number>[2-8]\d)(?= \p{L}{3})`,
  // "Fibro 41 f": the last of all.
  String.raw`${notCounted}(?<number>[1-9]\d) [fm](?<=\p{L}{3},? \d\d \p{L})(?<!(?<!\p{L})(?:walks?|runs?|height|distance|over|under|about) \d\d \p{L})(?=\s*[.!?]?\s*$)`,
  String.raw`(?<=${start}${littleOnes},? (?:(?:is|are|of|de|aged|a|ont) )?(?:${nearly} )?)${number}${half}(?! (?:and|et|&) \d)${closed}${noSpan}`,
  String.raw`(?<=${start}${littleOnes},? (?:(?:is|are|of|de|aged|a|ont) )?(?:${nearly} )?)${number}${half} ?${unit}${halfAfter}${end}${noSpan}`,
  String.raw`(?<=${start}${anyPerson},? (?:is |a )?${nearly} )${number}${half}(?: ?${unit})?${halfAfter}${closed}${noSpan}`,
  // "Hemophilia A son 3y Salt Lake City".
  String.raw`(?<=${start}${anyPerson},? )(?<number>\d{1,2}) ?(?<unit>y|yo|mo|wks?)${end}${noSpan}`,
  // "Psoriatic arthritis, 51 f": said apart, and nothing after it.
  String.raw`(?<number>\d{2}) [fmh](?<=(?:^|[,;(.?!] ?)\d\d \p{L})(?=\s*(?:$|[,;.)]))`,
  // "38 f type 2 diabetes", "migraine, f 40".
  String.raw`(?<number>[1-9]\d) f(?<=(?:^|[,;(.?!] )\d\d f)(?= \p{L}{3})`,
  String.raw`[fm] (?<number>[2-9]\d)(?<=\p{L}, ?[fm] \d\d)(?=\s*[.!?]?\s*$)`,
  // "Teen (16)", "my son (8 years)".
  String.raw`\((?<number>\d{1,2})(?: ${unit})?\)(?<=${start}(?:${anyPerson}|mine|ours) ?\([^()]*\))`,
  String.raw`${start}(?:female|male|woman|man|girl|boy|femme|homme|fille|gar[çc]on|(?-i:[FMH])),? ?(?<number>\d{1,2})${closed}${noSpan}`,
  String.raw`(?<=${start}${anyPerson},? (?:is |of |de |d['’]|aged )?)${number}${half} ?${unit}${halfAfter}(?:,? (?:and|et) (?<more>\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|one|two|three|four|five|seven|eight|nine|ten|eleven) (?:months?|mois))?${end}${noSpan}`,
  // « Mon fils autiste de 7 ans »: a word between them says what is the matter.
  String.raw`(?<=${start}${anyPerson} \p{L}{5,},? (?:de )?)${number} ?(?<unit>ans|mois)${halfAfter}${end}${noSpan}`,
  // "A man of 61 years after a stroke" says who, and "a man 3 years after a stroke" when.
  String.raw`(?<=${start}${anyPerson} (?:of |de |d['’]|aged |[âa]g[ée]e? de ))${number}${half} ?${unit}${halfAfter}${end}(?= (?:after|post|before|apr[èe]s|avant)(?!\p{L}))`,
  String.raw`(?<=${start}${anyPerson},? )${number}${half}${closed}${noSpan}`,
  String.raw`(?<=${start}${grown},? )(?<number>[2-9]\d)${bare}`,
  String.raw`(?<number>1?\d)${bare}(?<=${start}(?:(?:step-?|grand)?(?:son|daughter)s?|boys?|girls?|twins|jumelles|jumeaux|lad|lass|kid|kiddo|child|teen(?:ager)?|ado|nephew|niece|fils|fille|enfant|petite?[- ](?:fils|fille)|neveu|ni[èe]ce) 1?\d)`,
  // "Son nine tourettes".
  String.raw`(?<=${start}(?:(?:step-?|grand)?(?:son|daughter)|boy|girl|lad|lass|kid|nephew|niece),? )(?<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= \p{L}{3})(?! (?:times?|years|months|weeks|days|hours|of|and|or|more|different|others?|siblings|brothers|sisters|kids|children)(?!\p{L}))`,
  // "Teenager anorexia 14 near Bath": beside the one word of an illness.
  String.raw`(?<number>1\d)(?<=${start}${anyPerson},? \p{L}{5,} 1\d)(?=\s*(?:$|[,;.]|(?:near|in|[àa])(?!\p{L})))`,
  // "Infantile spasms, 9 mo": of whom a word for a small child is said.
  String.raw`(?<number>\d{1,2}) ?(?<unit>mos?|months?|wks?|weeks?|days?)(?=\s*(?:$|[,;.]))(?<=${start}(?:infant|infantile|neonatal|newborn|preemie|prem|preterm|premature|pr[ée]maturée?|pr[ée]ma|baby|toddler|b[ée]b[ée]|nourrisson)(?!\p{L}).{0,80}[,;] ?\d{1,2} ?\p{L}+)`,
  // "My little girl had a fit, 18 months, …", "my child eats soil, 2½ years".
  String.raw`(?<number>\d{1,2})${half} ?(?<unit>months?|mths?|mois|years?|yrs?|ans)(?=\s*(?:[.!?]?\s*$|[,;]))(?<=${smallChild}[^.;]{3,80}[,;] ?[^,;]{1,16})(?<!(?<!\p{L})(?:for|since|over|depuis|pendant|il y a)(?!\p{L}).*)`,
  // "Nurse 33 working nights", "retired teacher, 70, with …".
  String.raw`(?<=${start}(?:${eitherCallings}|${callings.female}|${callings.male}),? )(?<number>[1-9]\d)${ofSomebody}${noSpan}`,
  // "88 too frail for surgery".
  String.raw`${start}${notCounted}(?<number>[6-9]\d)(?= (?:(?:too|very|so|quite|now|a bit) )?(?:frail|weak|elderly)(?!\p{L}))`,
  // « Infirmière de 38 ans ».
  String.raw`(?<number>[1-9]\d) ?(?<unit>ans)${end}(?! d[e'’])(?<=${start}(?:${callings.female}|${callings.male}),? (?:de )?\d\d ?ans)`,
  // "He has prostate cancer 58": the last word of what is said of somebody, who takes nothing.
  String.raw`${notCounted}(?<number>[3-9]\d)(?=\s*[.!?]?\s*$)(?<=^(?!.*(?<!\p{L})(?:stage|grade|type|class|score|factor|trisom\p{L}+|chromosome|hpv|ca|bmi|imc|mg|dose|takes?|taking|on|sous|prend|since|depuis|than|covid)(?!\p{L})).*(?<!\p{L})(?:he|she|${anyPerson})(?!\p{L}).*\p{L}{4,} \d\d)`,
  // "My baby's reflux, 4 months" without the comma.
  String.raw`(?<!(?<!\p{L})(?:for|since|last|past|depuis|pendant|y a|de|in|dans|of) )(?<number>\d{1,2}) ?(?<unit>months?|mths?|weeks?|mois|semaines?)(?=\s*[.!?]?\s*$)(?<=(?<!\p{L})(?:bab(?:y|ys|y['’]s)|little one|(?:son|daughter|boy|girl|child)(?:['’]?s)?|newborn|b[ée]b[ée]|bb|nourrisson)(?!\p{L}).{0,60} \d{1,2} ?\p{L}+)`,
  // "17 ans garçon", "9 months boy".
  String.raw`${start}(?<number>\d{1,3}) ?(?<unit>years?|yrs?|months?|ans|mois)(?=,? (?:(?:old )?(?:boy|girl|male|female|man|woman)|gar[çc]on|fille|fillette|homme|femme)(?!\p{L}))`,
  String.raw`(?<=[\p{L}\p{N})] ?[,;?!] ?)(?<number>1[6-9]|[2-9]\d)(?=\s*(?:[.!?]?\s*$|,))`,
  // "… and it grew back. 68. Boise": a sentence of its own.
  String.raw`(?<=(?:^|(?<!\d)[.?!)]) ?)(?<number>1[6-9]|[2-9]\d)(?=\s*(?:[.!?]?\s*$|,|\.\s+\p{L}))`,
  // "Egg allergy; 2 1/2 yrs; …".
  String.raw`(?<=[,;] ?)(?<number>\d{1,2})(?<half> ?(?:1\/2|½)) ?(?<unit>years?|yrs?|ans)(?=\s*(?:[.!?]?\s*$|[,;]))`,
  // "Asthma thirty-one".
  String.raw`(?=[tfsen])(?<=\p{L}{4,},? )(?<number>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine))(?=\s*[.!?]?\s*$)`,
  // "Male, thirty", "a retired teacher of eighty-one".
  String.raw`(?=[tfsen])(?<=${start}(?:(?:female|male|man|woman|gentleman|lady|homme|femme),?|a(?:n|re?tired)? [\p{L} ]{0,20}\p{L}{4,} of) )(?<number>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?=\s*(?:$|[,.;)]))`,
  String.raw`${start}(?<number>\d{1,2}),? (?:dude|guy|bloke|chap|fella|gal|laddie|lassie)(?!\p{L})`,
  // "Nephew with Batten disease, 5, near Durham": of a child.
  String.raw`(?<number>1?\d)(?=\s*(?:[.!?]?\s*$|,))(?<=${start}(?:(?:step-?|grand)?(?:son|daughter)|boy|girl|lad|lass|kid|child|toddler|nephew|niece|fils|fille|enfant|neveu|ni[èe]ce)(?!\p{L})[^.;\d]{3,60}\p{L}[,;] ?1?\d)`,
]

const inEnglish: readonly string[] = [
  // "Going blind at 36": it is so now.
  String.raw`${nothingOver}(?<=\p{Ll}{3} (?:at|at age|at only|at just) )(?<number>[1-9]\d)(?=\s*[.!?]?\s*$)`,
  String.raw`${start}${number}${half}[ -]?${unit}${halfAfter}(?:,? ?(?:and )?(?<more>\d{1,2})[ -]?months?)?[ -](?:olds?|young)${sexed}${end}`,
  String.raw`${start}${number}${half} ?(?<unit>y|yr|yrs|m|mo|wk|wks) ?old${sexed}${end}`,
  String.raw`${start}${number} ?(?<unit>y)(?:\/o|o|\.o\.?)${sexed}${end}`,
  // "52 now", "60ish".
  String.raw`${start}${notCounted}(?<number>[2-9]\d)(?: now(?=\s*(?:$|[,.;]))|[- ]?ish${end})`,
  // "I am 35 worried": nothing is counted by it.
  String.raw`${start}(?:i['’]?m|i am|he['’]?s|he is|she['’]?s|she is) (?<number>[1-9]\d)${bare}${noSpan}`,
  // "Starting school, 4 and a half".
  String.raw`${start}(?<!(?<!\p{L})(?:for|since|over|about|last|past|than|every|within|in|after|takes?|took|weighs?|lost|gained) )(?<number>one|two|three|four|five|six|seven|eight|nine|ten|[1-9])(?<half> and a half)(?=\s*(?:$|[,.;])| (?:he|she|with|now)(?!\p{L}))`,
  // "She turns 14 next month": not yet.
  String.raw`${start}(?:turns|turning|will be|will turn) (?<turns>\d{1,2})(?= (?:next|in|on|soon|this)(?!\p{L}))`,
  String.raw`${start}(?<!(?:at|since|from|until|over|under|above|below) )aged? (?:of )?${number}${half}(?: ${unit})?${end}${noSpan}(?! (?:and|or|to|-) ?\d)`,
  String.raw`${start}(?:i['’]?m|i am|he['’]?s|he is|she['’]?s|she is|who is|who['’]?s|(?:he |she )?(?:has )?(?:just )?turned) (?:an? )?${number}${half}(?: (?<unit>years?|months?|weeks?)(?: old)?)?${sexed}${closed}${noSpan}`,
  String.raw`${start}now ${number}(?: (?<unit>years?|months?)(?: old)?)?${bare}`,
  String.raw`(?<=${start}${anyPerson} (?:is|who is|is now|now|just turned|turned) )${number}${half}(?: ${unit})?(?:${closed}|${bare})${noSpan}`,
  // "My son with cerebral palsy is 12".
  String.raw`(?<number>\d{1,2})(?: ${unit})?${closed}${noSpan}(?<=${start}${anyPerson} (?:with|who has|has) [^.;,\d]{3,40} (?:is|is now|turned|just turned) \d{1,2}(?: \p{L}+)?)`,
  // "Mother of three" counts her children.
  String.raw`(?<=${start}(?!(?:grand)?(?:mother|father|mum|mom|mam|dad|parents?|grandma|grandad|granddad|nan|nana|gran)(?!\p{L}))${anyPerson} of )${number}${half}${bare}`,
  // "Lung cancer, 66 yrs, Springfield": between commas, of whom is old enough for it to be no duration.
  String.raw`(?<=\p{L}[,;] ?)(?<number>[3-9]\d) ?(?<unit>years?|yrs?)(?=\s*(?:[.!?]?\s*$|[,;]))`,
  String.raw`${start}${number},? (?:an? )?(?:(?:gay|straight|black|white|asian|hispanic|married|single|old|fit|healthy|obese|disabled|blind|deaf|trans|transgender|retired) )?(?:female|male|woman|man|lady|gentleman|girl|boy)${end}(?! (?:cath|sheath))`,
  String.raw`${start}(?<!(?<!\p{L})(?:for|since|over|than|last|past|next|under|above|about|within|every|smoked|in|after|these) )(?<number>[6-9]\d) (?<unit>years?|yrs?)(?=\s*$)`,
]

const noDuration = String.raw`(?<!(?<!\p{L})(?:depuis|pendant|durant|il y a|y a|en|sur|apr[èe]s|[àa]|de|dans|pour|d['’]ici|(?<!n(?:e |['’])\p{L}{1,15} )plus|moins|encore|fum[ée]|tous les|environ|mes|ses|leurs|nos|l['’][âa]ge de) )`

const inFrench: readonly string[] = [
  // « Je perds la vue à 36 ans »: it is so now.
  String.raw`${nothingOver}(?<=\p{L} (?:[àa]|d[èe]s) )(?<number>[1-9]\d?) ?(?<unit>ans)(?=\s*(?:[.!?]?\s*$|[,;]))`,
  // « J'en ai 52 », « elle en a 8 ».
  String.raw`${start}(?:j['’ ]?en ai|il en a|elle en a) (?<number>[1-9]\d?)(?: ans)?(?=\s*(?:$|[,.;!)]))`,
  // « 5 mois maintenant », « 8 mois bronchiolite ».
  String.raw`${start}${noDuration}(?<number>\d{1,2}) ?(?<unit>ans|mois)(?= maintenant(?!\p{L}))`,
  String.raw`^(?<number>\d{1,2}) ?(?<unit>mois)(?= \p{L}{5})(?! (?:enceinte|grossesse|apr[èe]s|avant|depuis|plus))`,
  // « 33 piges », « 26 a », « a soufflé ses dix bougies ».
  String.raw`${start}(?<number>\d{1,2}) (?:piges|balais|berges)${end}`,
  String.raw`${start}${notCounted}(?<number>[1-9]\d) a(?=\s*(?:$|[,;]))`,
  String.raw`(?=s)${start}souffl\p{L}* (?:mes|ses) ${number} bougies${end}`,
  // « 49a ».
  String.raw`${start}${noDuration}(?<number>[1-9]\d)(?<unit>a)${end}`,
  String.raw`${start}(?:j['’ ]?ai|il a|elle a|qui a|${anyPerson} a)(?: seulement| tout juste| presque| à peine| bient[ôo]t)? ${number} ?${unit}${halfAfter}${end}(?! d[e'’])`,
  String.raw`${start}[âa]g[ée]e?s? (?:de |d['’])?${number}${half} ?${unit}${halfAfter}(?: et (?<more>\d{1,2}) mois)?${end}`,
  String.raw`(?<=(?:^|[,;(] ?))${number}${half} (?<unit>ans?|mois|semaines)${halfAfter}(?=\s*(?:$|[,.;)!?]))`,
  String.raw`${start}${noDuration}(?<number>[2-9]\d) ?(?<unit>ans)${end}(?! d[e'’])`,
  String.raw`${start}${noDuration}${number} (?<unit>ans?) (?<half>et demie?)${end}`,
  String.raw`${start}(?:vient d['’ ]avoir|va avoir|vient de f[êe]ter(?: ses)?|aura bient[ôo]t) ${number} ?${unit}${halfAfter}${end}`,
  // Who suffers from something at that age now begins the sentence with it: "14 ans, épilepsie".
  String.raw`(?<=(?:ado|enfant|b[ée]b[ée]|gar[çc]on|fille|fillette) )${number} ?(?<unit>ans|mois)${end}(?! d[e'’])`,
  String.raw`${start}${noDuration}${number} ?(?<unit>ans|mois)(?=\s*$)`,
  // « Otites à répétition, 2 ans, crèche »: where the life of a small child is spoken of.
  String.raw`${start}${noDuration}(?<number>[1-6]) ?(?<unit>ans)${end}(?! d[e'’])(?=.*(?<!\p{L})(?:cr[èe]che|maternelle|nounou|doudou|couches?|nourrice)(?!\p{L}))`,
]
