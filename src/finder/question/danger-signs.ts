import { type DangerTimes, dangerTimes } from './danger-times.ts'
import { dangerWords, kin, proche, says } from './danger-words.ts'

/**
 * Whether a sentence, read as `asDangerIsRead` gives it, tells of danger to life at this moment: a sign that nobody lives with for
 * long, or several that together are one, unless it is said to be over; an event or a sign of many illnesses only with a mark of now.
 */
export function isEmergency(text: string): boolean {
  const times = dangerTimes(text)
  const isOfPerson = somebody.test(text)
  if (times.isResearch && !(isOfPerson && times.isThisHour)) return false
  if (signsByThemselves.some((sign) => says(text, sign)))
    return times.isThisHour || !(times.isOver || times.isOfLong || had.test(text))
  const isBegun = times.isThisHour || (times.isNow && !times.isOver && !times.isOfLong)
  if (isSeizing(text, times) || isSmallAndFeverish(text, times)) return true
  const told = deficits.filter((sign) => says(text, sign)).length
  const isTogether = together.some((signs) => signs.every((sign) => says(text, sign)))
  if (isTogether || (told > 1 && (isOfPerson || times.isNow) && !explained.test(text)))
    return times.isThisHour || !(times.isOver || times.isOfLong || had.test(text))
  if (told > 0 && isBegun && (times.isThisHour || ofSudden.test(text))) return true
  return (
    isBegun && says(text, events) && (times.isThisHour || !(had.test(text) || since.test(text)))
  )
}

const somebody = new RegExp(
  dangerWords(`i|i'm|my|our|he|she|his|her|je|j'|il|elle|mon|ma|mes|notre|${kin}|${proche}`).source,
  'u',
)

/** What stands before an event that is told of for years after. */
const had = new RegExp(
  dangerWords(
    "(?:had|has had|have had|suffered|survived|after|following|post|since (?:my|his|her|the|a)) (?:an? |my |his |her |the |two |three |\\d+ )?(?:\\p{L}+ )?(?:stroke|heart attack|seizure|overdose|bleed|haemorrhage|hemorrhage|infarct\\p{L}*)s?|was|were|(?:j'ai|il a|elle a|a|ai) (?:déjà )?(?:eu|fait)|avait|après (?:une?|mon|son|l'|un) ?(?:avc|infarctus|crise|hémorragie|accident)|suite à|séquelles?|opérée?",
  ).source,
  'u',
)
const since =
  /(?<!\p{L})(?:after|apres|suite a|rehab\p{L}*|recovery|treatments?|traitements?)(?!\p{L})/u

const not =
  "(?:can't|cannot|can not|can no longer|couldn't|unable to|not able to|won't|will not|doesn't|does not|isn't|is not|not|stopped)"
const cannot = "(?:n'|ne )?(?:arrive|arrives|peux|peut|sait|parvient) (?:pas|plus)(?: à)?"

/** What nobody says of an illness that they live with. */
const signsByThemselves: readonly RegExp[] = [
  // Breath
  `${not} (?:\\p{L}+ )?(?:breathe|breathing)(?! (?:well|properly|deeply|through|when|while|at night|during|after|on|because|out|exercises?))`,
  `${cannot} respirer(?! (?:par le nez|la nuit|quand|pendant|à l'effort|correctement|bien))|ne respire (?:plus|pas)|(?:m'|s')étouffe|gasping for (?:air|breath)`,
  `(?:is|am|he's|she's|i'm) (?:choking|suffocating|bleeding (?:out|to death))|(?:turn(?:ing|ed|s)|is|going|gone) (?:blue|grey|gray)|(?:devient|est devenue?|est tout) (?:bleue?|grise?|violette?)|lèvres bleues|blue lips`,
  // Consciousness
  `${not} (?:wake|waking|responding|reacting|respond)(?: (?:him |her )?up)?(?! (?:to|well|after|enough|as)(?!\\p{L}))|(?:is|he's|she's|found|unconscious) (?:unconscious|unresponsive)|(?:est|suis|reste|tombée?) inconsciente?|ne se réveille (?:plus|pas)|ne réagit (?:plus|pas)|ne reprend pas (?:connaissance|conscience)|(?:has|just) (?:collapsed|fainted)|(?:vient de |s'est |m'est |est tombée? )(?:s'écrouler|s'évanouir|écroulée?|évanouie?|dans les pommes)|ne répond plus|heart (?:has |just )?stopped|coeur (?:s'est |vient de s')arrêt(?:é|er)|no pulse|plus de pouls|clutching (?:his|her|my) chest`,
  // Blood
  `(?:vomit(?:s|ing|ed)?|throw(?:s|ing) up|threw up|cough(?:s|ing|ed)?(?: up)?|spit(?:s|ting)?(?: up)?|bring(?:s|ing) up) (?:\\p{L}+ ){0,2}?blood|(?:vomi[st]?|vomissements?|crache|tousse|rejette)(?: \\p{L}+){0,2}? (?:du |de |le )?sang|haematemesis|hématémèse`,
  `${not} stop(?: the)? bleeding|bleeding (?:that )?${not}(?: be)? stop(?:p(?:ing|ed))?|${not} stop bleeding|(?:saigne(?:ment)?s?|hémorragie) (?:\\p{L}+ )?(?:(?:qui )?(?:ne )?s'arrête(?:nt)? (?:pas|plus))|saigne (?:beaucoup|énormément|sans arrêt|abondamment)|(?:bleeding (?:heavily|a lot|badly|profusely)|pouring blood) (?:now|from)`,
  // Throat
  `(?:throat|tongue|airway|lips?|face) (?:is |are |was )?(?:now )?(?:swelling|closing)(?: up)?|(?:gorge|langue|lèvres|visage) (?:qui )?(?:se )?(?:gonfle(?:nt)?|ferme|serre et)`,
  // The worst headache
  `worst (?:headache|head pain|head ache)(?: of (?:my|his|her) life| ever)?|thunderclap headache|headache (?:\\p{L}+ ){0,3}?(?:worst (?:ever|of (?:my|his|her) life|i have ever))|(?:pire|plus (?:fort|gros|violent)) (?:mal de tête|mal de crâne|céphalée) de (?:ma|sa) vie|(?:mal de tête|mal de crâne|céphalées?|maux de tête) (?:\\p{L}+ ){0,3}?(?:(?:le pire|la pire|jamais eu|les pires) (?:de|\\p{L}+)|en coup de tonnerre|explosifs?)`,
  // A child not born yet
  `(?:baby|bump|foetus|fetus) (?:(?:is|has|isn't|hasn't|not|has not|is not|stopped|barely|hardly|no longer)(?: been)? )+(?:moving|moved|kicking|move)(?: (?:less|much less|much|any ?more|at all|today|since|for|as much))+|(?:not|haven't|don't|can't|cannot|no longer) (?:felt|feel|feeling) (?:the |my |our |any )?(?:baby|bump|movements?|kicks?)|(?:reduced|fewer|less|no) (?:fetal |foetal |baby )?movements? (?:pregnan\\p{L}+|\\d+ weeks)|(?:sens|sent) (?:plus|moins|pas) (?:mon |le |notre )?bébé|bébé (?:ne )?(?:bouge|remue) (?:\\p{L}+ )?(?:plus|moins)|no (?:kicks?|movements?) (?:from (?:the |my )?baby|today|since)|(?:plus|moins) de mouvements? (?:du bébé|actifs)`,
].map(dangerWords)

const chest =
  '(?:chest (?:pains?|pressure|tightness|heaviness)|(?:tight|heavy|crushing)(?:ness)? (?:in (?:my|his|her|the) )?chest|(?:pains?|pressure|tightness|weight|crushing|elephant)(?: \\p{L}+){0,2} (?:in|on|across) (?:my|his|her|the) chest|chest (?:is |feels )?(?:tight|hurts?|hurting|heavy)|(?:douleurs?|mal|oppression|serrement|poids|pression|brûlure|étau)(?: \\p{L}+){0,2}? (?:dans|à|de|sur) la poitrine|(?:douleurs?|oppression|serrement|pression) (?:\\p{L}+ )?thoraciques?|(?:serre|écrase|oppresse) (?:la|ma|sa) poitrine|poitrine (?:serrée|oppressée|qui serre))'
const bleeding =
  '(?:bleed(?:ing|s)?(?! (?:disorder|risk|tendency|gums?|time))|losing (?:a lot of )?blood|haemorrhaging|hemorrhaging|saigne(?:ments?)?|perds? (?:beaucoup |énormément )?d[eu] sang|(?:pee|piss|pass)ing (?:\\p{L}+ )?(?:blood|clots)|(?:pisse|urine|perds?) du sang|blood clots? from|soaking (?:a|through) (?:\\p{L}+ )?pads?|pertes? de sang|hémorragie)'

const seizingSource =
  "(?:seizures?|seizing|(?<!keep |not |get |keeps )fits?|convuls\\p{L}+|crise (?:d'épilepsie|convulsive|épileptique|comitiale|tonico\\p{L}*)|(?:fait|fais|en) (?:une )?crise(?= depuis)|fitting|status epilepticus|état de mal)"
const hotSource =
  '(?:has |high |a |with )*fever(?:ish)?|temperature|fièvre|fiévreu(?:x|se)|(?:38|39|40|41)(?:[.,]\\d)?(?: ?°? ?c)?|10[0-5](?:[.,]\\d)? ?f'

/** Signs that together are danger. */
const together: readonly (readonly RegExp[])[] = [
  [
    `nose ?bleeds?|saignement de nez|${bleeding}`,
    `${not} stop(?:ping|ped)?|(?:ne )?s'arrête(?:nt)? (?:pas|plus)`,
  ],
  [
    chest,
    "(?:left |the |my |his |her )*(?:arm|jaw|shoulder)|sweat(?:ing|s|y)?|clammy|faint(?:ing|ed)?|crushing|passing out|can't breathe|grey|pale|bras(?: gauche)?|mâchoire|transpire\\p{L}*|sueurs?|malaise|pâle|livide|vomit",
  ],
  [
    "pregnan(?:t|cy)|\\d+ weeks|enceinte|grossesse|semaines d'aménorrhée",
    `(?:heavy |heavily )?${bleeding}(?: heavily| a lot| beaucoup)?`,
  ],
  [
    hotSource,
    'stiff neck|neck (?:is )?stiff|nuque raide|(?:purple|spots|rash) (?:\\p{L}+ ){0,3}?(?:fade|spots|rash)|taches (?:violettes|qui ne)',
  ],
  [
    '(?:black|tarry|dark) stools?|selles noires',
    '(?:faint\\p{L}*|dizzy|blood|malaise|vertiges|pâle)',
  ],
  [
    'headaches?|mal de tête|maux de tête|céphalées?',
    'stiff neck|neck (?:is )?stiff|(?:nuque|cou) raide',
  ],
  [
    `(?:mal de tête|céphalées?|headaches?)`,
    'sudden(?:ly)?|brutale?(?:ment)?|soudain(?:e|ement)?|explosive?',
    'worst|terrible|severe|pire|violente?|vomi\\p{L}*|atroce|insupportable',
  ],
  [
    'respire (?:très |si )?mal|struggling to breathe|breathing (?:very )?(?:fast|hard|badly)|detresse respiratoire',
    `(?:bleue?|blue|piqûre|sting|stung|gonfle|swell\\p{L}*|newborn|nourrisson|nouveau-né|bébé|baby)`,
  ],
].map((signs) => signs.map(dangerWords))

/** What a stroke takes away, each of another kind: the face, speech, an arm or a side, sight, the head. */
const deficits: readonly RegExp[] = [
  `(?:face|mouth|smile|eyelid)(?: is| has|'s)? (?:droop\\p{L}*|dropped|crooked|twisted|fallen|lopsided|numb)|(?:droop(?:ing|y)|crooked|twisted|lopsided) (?:face|mouth|smile)|(?:bouche|visage|face|sourire) (?:\\p{L}+ )?(?:tordue?|de travers|tombante?|déformée?|paralysée?|qui tombe|asymétrique|déviée?)|(?:moitié|côté) du visage|half (?:of )?(?:my|his|her) face`,
  `speech (?:is |has )?(?:\\p{L}+ )?(?:slurr\\p{L}+|gone|garbled)|words (?:are |come out |is )?(?:\\p{L}+ )?(?:jumbled|slurred|wrong|mixed up)|mots (?:\\p{L}+ )?(?:mélangés|incompréhensibles)|slurr(?:ed|ing|s)(?: \\p{L}+)? ?(?:speech|words)?|${not} (?:\\p{L}+ )?(?:speak|talk|find (?:his|her|my) words)|${cannot} (?:\\p{L}+ )?parler|ne parle plus|parle (?:bizarre\\p{L}*|mal|de façon|n'importe)|(?:trouve|cherche) (?:plus )?ses mots|(?:talk|speak)(?:s|ing) (?:nonsense|gibberish|funny)|parle (?:\\p{L}+ )?(?:charabia|pâteux)|(?:propos|paroles) incohérent\\p{L}+|parole (?:\\p{L}+ )?(?:pâteuse|confuse)`,
  `(?:arm|leg|hand|side)s? (?:is |are |has |went |feels |gone )?(?:\\p{L}+ )?(?:weak|numb|limp|paraly[sz]ed|dead|heavy|won't move)|(?:weak|numb|paraly[sz]ed|limp) (?:arm|leg|hand)|(?:weak(?:ness)?|numb(?:ness)?|paraly\\p{L}+)(?: \\p{L}+){0,3} (?:arm|leg|hand|side)|${not} (?:\\p{L}+ )?(?:move|lift|raise|feel) (?:my |his |her |the |one )*(?:\\p{L}+ )?(?:arm|leg|hand|side)|(?:bras|jambe|main|côté)(?: droite?| gauche)? (?:qui |ne |est )?(?:\\p{L}+ )?(?:tombe|engourdie?|paralysée?|mou|molle|lourde?|bouge plus)|${cannot} (?:lever|bouger|soulever) (?:le|la|son|sa|mon|ma) (?:bras|jambe|main)|(?:ne |n')?(?:bouge|lève|sent|remue) (?:plus|pas) (?:son|sa|le|la|mon|ma) (?:bras|jambe|main|côté)|hémiplég\\p{L}+|(?:traîne|dragging) (?:the |his |her |la |sa )*(?:jambe|leg|pied|foot)|(?:moitié|côté) du corps`,
  `(?:lost|losing|loss of) (?:\\p{L}+ )?(?:vision|sight)|${not} see (?:any ?more|out of|anything|from|now)|blind in one eye|ne voi[st] plus(?: d'un oeil| rien)?|perte de (?:la )?vue|voit double`,
  `(?:is|suddenly|very|so|became|totally) (?:\\p{L}+ )?confused|ne (?:me |nous )?reconnaît plus|(?:est|devenue?) (?:tout à coup |très |complètement |soudain )?confuse?|désorientée?|delirious`,
].map(dangerWords)

/** What explains signs that stay. */
const explained =
  /(?<!\p{L})(?:als|mnd|sla|charcot|bell'?s?|myasthenia|myasthenie|sclerosis|sclerose|ms|sep|parkinson\p{L}*|palsy|paralysie|dementia|alzheimer\p{L}*|demence|autis\p{L}+|tumou?r|tumeur|glioblastom\p{L}+|migraines?|neuropath\p{L}+)(?!\p{L})/u
/** "Now" alone says as much of a sign that stayed as of one that came. */
const ofSudden =
  /(?<!\p{L})(?:sudden(?:ly)?|out of nowhere|all at once|soudain\p{L}*|brutal\p{L}*|brusque\p{L}*|d'un (?:seul )?coup|tout a coup|for (?:an?|one|two|\d+) (?:min|h)\p{L}*)(?!\p{L})/u

const seizing = dangerWords(seizingSource)
const stillSeizing = dangerWords(
  "(?:won't|will not|doesn't|does not|not|hasn't|isn't|never) stop(?:ping|ped)?|(?:still|now) (?:seizing|fitting|going)|ne s'arrête (?:pas|plus)|en cours|not wak\\p{L}+|toujours pas|ne reprend pas|(?:lasted|lasting|for|since|depuis|dure|de|going on for) (?:more than |plus de |about |over )?(?:five|six|ten|fifteen|cinq|dix|quinze|\\d+) ?(?:minutes?|mins?|mn)",
)
const manySeizures =
  /(?<!\p{L})(?:seizures|fits|crises) (?:\p{L}+ )?(?:won'?t|that|don'?t|qui|ne|not|last|since|depuis)/u

/** A seizure that goes on: those that one lives with are many. */
function isSeizing(text: string, { isThisHour, isOver, isOfLong }: DangerTimes): boolean {
  if (!says(text, seizing) || !says(text, stillSeizing) || isOver || isOfLong) return false
  return isThisHour || !manySeizures.test(text)
}

const smallAge =
  '(?:newborn|neonate|new born|nouveau-?né(?:e)?|nouveau né|(?:(?:[1-9]|1\\d|2\\d|one|two|three|six)[ -](?:days?|weeks?|jours?|semaines?)|(?:[1-2]|one|two|un|deux) ?-?(?:months?|mois))(?:[ -]old)?)'
const small = dangerWords(
  `newborn|neonate|new born|nouveau-?née?|nouveau née?|(?:baby|infant|son|daughter|bébé|nourrisson|fils|fille|bb|enfant)(?: \\p{L}+){0,2}? ${smallAge}|${smallAge}(?: (?:baby|infant|son|daughter))?(?= [^.]*(?:old|baby|infant|has|fever|temperature|fièvre))`,
)
const child = dangerWords(
  'newborn|baby|infant|toddler|bébé|nourrisson|nouveau-?née?|bb|(?:weeks?|days?|months?|mo)[ -]old',
)
const hot = dangerWords(hotSource)
const limp = dangerWords(
  "floppy|limp|lethargic|won't (?:feed|eat|drink|wake)|not (?:feeding|drinking|waking)|stopped feeding|tout mou|toute molle|amorphe|ne (?:tête|tète|boit|mange|réagit) (?:plus|pas)|refuse (?:le sein|de téter)|somnolente?|léthargique|purple spots|taches violettes",
)
const periodic =
  /(?<!\p{L})(?:familial|mediterran\p{L}+|periodic|periodique|pfapa|rheumatic|rhumatismal|hay|glandular|dengue|syndrome)(?!\p{L})/u

/** A fever of the first weeks, or of a small child that is limp or drinks no more. */
function isSmallAndFeverish(text: string, { isThisHour, isOver, isOfLong }: DangerTimes): boolean {
  if ((isOver || isOfLong) && !isThisHour) return false
  if (periodic.test(text)) return false
  const isHot = says(text, hot)
  const isLimp = says(text, limp)
  if (isHot && says(text, small)) return true
  return says(text, child) && isLimp && (isHot || isThisHour || says(text, small))
}

/** Events that are told of for years after: only at this moment are they an emergency. */
const events = dangerWords(
  `heart attacks?|strokes?|miscarr\\p{L}+|fausse couche|scald(?:ed|s)?|burn(?:ed|t) (?:him|her|my|with)|brûlée?(?: au)?|(?:hit|banged) (?:his|her|my) head|(?:tombée?|coup|choc) sur la tête|drown(?:ed|ing)|noyée?|electrocut\\p{L}+|électrocut\\p{L}+|snake ?bite|bitten by a \\p{L}+|mordue? par|carbon monoxide|monoxyde|(?:severe|unbearable|excruciating|agonising|worst) (?:\\p{L}+ )?pain|douleurs? (?:\\p{L}+ )?(?:insupportables?|atroces?|intenables?)|cardiac arrest|anaphyla\\p{L}+|${chest}|${seizingSource}|overdos(?:e|ed|ing)|h(?:a)?emorrhag\\p{L}+|${bleeding}|poison(?:ed|ing)?|unconscious|passed out|fainted|collapsed|respire (?:très )?mal|shortness of breath|breathless|struggling to breathe|crise cardiaque|infarctus|avc|arrêt cardiaque|choc anaphylactique|empoisonn\\p{L}+|intoxication|surdose|perdu connaissance|malaise|essoufflée? (?:d'un coup|brutal\\p{L}*)|suffoque`,
)
