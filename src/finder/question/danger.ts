/** What a person says that cannot wait for a study. */
export type Danger = 'self-harm' | 'emergency'

/**
 * Whether words tell of a wish to die or of danger to life at this moment, in English or French. What is past ("heart attack
 * 2 years ago"), denied ("I don't want to die") or a subject of research ("suicide prevention study") does not. It only decides
 * whether the page says where help is: nothing is kept of it.
 */
export function readDanger(text: string): Danger | undefined {
  const plain = withoutAges(
    text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase(),
  )
  if (selfHarm.some((pattern) => pattern.test(plain))) return 'self-harm'
  if (!longAgo.test(plain) && !research.test(plain)) {
    const isOfSomebody = ofSomebody.some((one) => one.test(plain)) && !bereaved.test(plain)
    if (isOfSomebody || harmed.test(plain)) return 'self-harm'
    if (poisoned.test(plain)) return 'emergency'
  }
  const isNow = now.test(plain) || /^having an? /.test(plain)
  if (acute.test(plain) && !past.test(plain) && (isNow || !habit.test(plain))) return 'emergency'
  return isNow && events.test(plain) && !past.test(plain) && !since.test(plain)
    ? 'emergency'
    : undefined
}

const start = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`

function words(source: string): RegExp {
  // The apostrophe is left out by many.
  return new RegExp(`${start}(?:${source.replaceAll("'", "'?")})${end}`, 'u')
}

/** An age stands between a person and what is said of them: "my son, 15, wants to die". */
function withoutAges(text: string): string {
  return text
    .replace(anAge, ' ')
    .replace(/[,;:()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const anAge =
  /(?<![\p{L}\p{N}]|for |in |depuis |pendant |il y a )(?:(?:who is|aged?|[aâ]g[ée]e? de|qui a|de|is) )?\d{1,2}(?: ?-?(?:years?|yrs?|months?)(?:[ -]?old)?| ?(?:yo|y\/o|ans|mois))?(?![\p{L}\p{N}])(?! (?:ago|later|before|avant|min(?:ute)?s?|h(?:ou|eu)r\p{L}*|days?|weeks?|jours?|semaines?)(?!\p{L}))/gu

const self = '(?:myself|himself|herself|themselves|themself|my self)'
const life = '(?:my|his|her|their|this) (?:own )?life'
const harm = `(?:kill(?:ing)? ${self}|end(?:ing)? ${life}|tak(?:e|ing) ${life}|end(?:ing)? it all|commit(?:ting)? suicide|(?:hurt|harm|cut)(?:ing|ting)? ${self})`
const wish =
  "(?:wants?|wanna|would like|need|going|gonna|about|trying|tries|plans?|planning|thinking|thinks?|feels? like|threatens?|threatening|ready|will|'ll|might|could|can't stop)"

/** Who says where or how wishes for care. */
const calmly =
  '(?! (?:at home|in peace|with dignity|peacefully|chez|à la maison|en paix|dans la dignité|dignement))'

const kin =
  'son|daughter|child|kid|teen(?:ager)?|boy|girl|wife|husband|partner|mother|father|mum|mom|dad|friend|brother|sister|nephew|niece|grandson|granddaughter'
const proche =
  'fils|fille|enfant|ado|adolescente?|gamine?|mari|femme|compagnon|compagne|mère|père|maman|papa|amie?|frère|soeur|sœur|neveu|nièce|petit-fils|petite-fille'

const selfHarm: readonly RegExp[] = [
  `${wish}(?: (?:to|of|about|on|wanting|i|i'll|just|really|only))* ${harm}`,
  `(?:i|he|she|they)(?: just| really| only)* (?:wants?|wanna)(?: to)? (?:die|be dead)${calmly}`,
  `(?:${kin}) (?:just |really |says (?:that )?(?:he|she|they) )*wants? to (?:die|be dead)${calmly}`,
  `(?:don't|do not|doesn't|does not|no longer) want(?:s)? to (?:live|be alive|be here|wake up)(?: any ?more)?`,
  `^(?:i )?(?:kill|killing|hurt|hurting|harm|end|ending) (?:myself|my life)|^(?:wanna|want to) die`,
  `(?:wish|wished) (?:i|he|she) (?:was|were) dead|better off dead|no (?:reason|point) (?:to|in) liv(?:e|ing)`,
  `(?:i'm|i am|i feel|feeling|he is|he's|she is|she's|is|feels) (?:so |very |really |now )*suicidal`,
  `(?:${kin}) suicidal(?! (?:ideation|behaviou?rs?|thoughts? stud))`,
  `(?:i have|i'm having|has|having) suicidal thoughts`,
  `i(?:'m| am)? (?:took|take|swallowed|overdosed|overdosing)(?: on)? (?:all|too many|a lot of) (?:of )?(?:my|the) (?:pills|tablets|medicines?|meds)`,
  `(?:je|j'|il|elle|on) ?(?:ne )?(?:veux|veut|vais|va|pense|pensons|songe|compte|essaie|essaye|ai envie|a envie|souhaite)(?: vraiment| juste| seulement| tout le temps)*(?: (?:à|a|de|d'))? ?(?:mourir${calmly}|me (?:tuer|suicider)|se (?:tuer|suicider)|en finir|me (?:faire du mal|foutre en l'air)|mettre fin à (?:mes|ses) jours)`,
  `(?:${proche}) (?:veut|va|parle de|menace de|pense à|dit qu'(?:il|elle) veut) (?:mourir|se (?:tuer|suicider)|en finir)`,
  `(?<!pas |n'ai pas )envie (?:de mourir|de me (?:tuer|suicider)|d'en finir)|(?:veux|veut|vais|va) (?:en finir|mettre fin à (?:mes|ses) jours)`,
  `(?:plus|pas) envie de vivre|ne (?:veux|veut) plus vivre|(?:veux|veut) plus vivre|marre de (?:la vie|vivre)`,
  `(?:je pense|il pense|elle pense) au suicide|(?:j'ai|il a|elle a) des (?:idées|pensées) (?:suicidaires|noires)|je suis suicidaire`,
  `j'ai (?:avalé|pris) (?:tous|toute|trop de|tout) (?:mes|les|la) ?(?:médicaments|cachets|comprimés|boîte)`,
].map(words)

/** What somebody does or did to themselves, in words that no study is asked for with. */
const harmed = words(
  `(?:is |keeps |started |been )?(?:cut(?:s|ting)?|hurt(?:s|ing)?|harm(?:s|ing)?|burn(?:s|ing)?) (?:himself|herself|themselves|myself)(?: on purpose)?|(?:${kin}|he|she|i)(?:'s| is| am| has been| keeps)? self[- ]?harm(?:s|ing)?|tr(?:y|ied|ies) to (?:kill (?:himself|herself|myself)|end (?:his|her|my) life)|attempt(?:ed|s) suicide|(?:se|me|m'|s')(?: ?)(?:scarifie|automutile|fait du mal|fais du mal|taillade)|(?:a|ai) (?:fait|eu) une (?:ts|tentative(?: de suicide)?)|(?<!pas d'|sans )(?:idées|pensées) noires`,
)

/** Suicide, said of who is near: "ma fille a des idées suicidaires", "suicide attempt, my son". */
const whose = `(?:my|our|mon|ma|mes|notre) (?:\\p{L}+ ){0,2}?(?:${kin}|${proche})`
const suicide = 'suicid\\p{L}*|idées noires|pensées noires'
const ofSomebody: readonly RegExp[] = [
  `(?:${whose}|^(?:${kin}|${proche}))(?: [\\p{L}']+){0,6} (?:${suicide})`,
  `(?:${suicide})(?: [\\p{L}']+){0,4} ${whose}`,
].map(words)
const bereaved = words(
  `died|dead|death|lost|grie\\p{L}+|bereave\\p{L}+|survivors?|décédée?|morte?|deuil|perdu|pas|sans|not|no|never|jamais`,
)

/** What is poison, or stays in the gullet, and who has taken it now. */
const poisoned = words(
  `(?:swallowed|drank|drunk|ate|eaten|inhaled) (?:(?:some|a|an|the|my|his|her|two|three|too many|lots of|a lot of|a whole) ){0,2}(?:\\p{L}+ )?(?:bleach|poison|batter(?:y|ies)|magnets?|detergent|drain cleaner|antifreeze|petrol|white spirit|caustic|pesticide|weed ?killer|pills|tablets)|(?:overdosed|took an overdose)[^.]* (?:(?:an?|one|two|\\d+|half an) (?:minutes?|hours?) ago|just now|today|tonight|this (?:morning|evening|afternoon)|last night)|(?:a|ai|vient d'|vient de) ?(?:avalé|bu|mangé|ingéré|avaler|boire|manger|ingérer) (?:(?:de|du|des|la|l'|le|un|une|trop|plein|tous|ses|mes|les|d') ?){0,3}(?:eau de )?(?:javel|poison|piles?(?: bouton)?|aimants?|lessive|déboucheur|antigel|essence|white spirit|soude|mort-aux-rats|raticide|pesticide|médicaments|comprimés|cachets)`,
)

const longAgo = words(
  `(?:months?|years?|yrs?|decades?|long(?: time)?|while) ago|last (?:year|summer|winter|spring|autumn)|in (?:19|20)\\d\\d|as a (?:child|kid|teen\\p{L}*)|used to|history of|previous(?:ly)?|years? later|il y a (?:\\p{L}+|\\d+) (?:ans?|mois)|en (?:19|20)\\d\\d|antécédents?|ancien(?:ne)?|an dernier|année dernière|quand (?:il|elle|j')`,
)

/** A subject that is read about, and no person. */
const research = words(
  `prevent\\p{L}*|prévention|stud(?:y|ies)|trials?|research|étude|essai|recherche|literature|guidelines?|recommandations?`,
)

const now = words(
  `(?:right |just )?now|at (?:this|the) (?:very )?moment|this (?:very )?(?:minute|second|instant)|as we speak|(?:i'm|i am|he's|he is|she's|she is|is|are) having an?|(?:fait|fais) (?:un|une)|urgent(?:ly)?|emergency|en ce moment|maintenant|à l'instant|tout de suite|(?:est|suis) en train (?:de|d')|urgence|vite`,
)

/** What nobody says of a chronic illness, unless of the past. */
const acute = words(
  `(?:can't|cannot|can not|cant|unable to|couldn't) (?:\\p{L}+ )?breathe|(?:isn't|is not|not|stopped) breathing|(?:is|am|he's|she's|i'm) (?:choking|suffocating|bleeding (?:out|to death))|turn(?:ing|ed|s) blue|(?:won't|will not|doesn't|can't) wake (?:him |her )?up|(?:won't|will not|doesn't|can't) stop(?: the)? bleeding|(?:is|he's|she's) (?:unconscious|unresponsive)|(?:took|taken) (?:an )?overdose|(?:(?:n'|ne )?(?:arrive|arrives|peux|peut) (?:pas|plus) (?:à )?respirer|ne respire (?:plus|pas)|(?:m'|s')étouffe|(?:est|suis) inconsciente?|ne se réveille (?:plus|pas)|saigne (?:beaucoup|énormément|sans arrêt)|devient bleue?)`,
)

/** Breathlessness of an illness: "can't breathe well at night". */
const habit = words(
  `breathe (?:well|properly|deeply|through|when|while|at night|during|after|on|because)|respirer (?:par le nez|la nuit|quand|pendant|à l'effort|correctement|bien)`,
)

/** Events that are told of for years after: only at this moment are they an emergency. */
const events = words(
  `heart attacks?|strokes?|cardiac arrest|anaphyla\\p{L}+|chest pains?|seizures?|overdos(?:e|ed|ing)|h(?:a)?emorrhag\\p{L}+|bleeding|poison(?:ed|ing)?|unconscious|crise cardiaque|infarctus|avc|arrêt cardiaque|choc anaphylactique|douleurs? (?:dans|à|de) la poitrine|crise d'épilepsie|convulsions?|convulse|hémorragie|saigne|empoisonn\\p{L}+|intoxication|surdose`,
)

const past = words(
  `(?:days?|weeks?|months?|years?|yrs?|decades?|long(?: time)?|while) ago|years? (?:old )?(?:later|before)|last (?:year|month|week|summer|winter|spring|autumn)|in (?:19|20)\\d\\d|had|was|used to|survived|history of|once|previous(?:ly)?|il y a(?! (?:une?|deux|trois|dix|\\d+|quelques) (?:minutes?|min|heures?|h)(?!\\p{L}))|en (?:19|20)\\d\\d|(?:j'ai|il a|elle a|a|ai) (?:eu|fait)|avait|antécédents?|ancien(?:ne)?|an dernier|année dernière`,
)

const since = words(
  `since|after|for (?:years|months|\\d+)|depuis|après|suite à|recruit\\p{L}*|rehab\\p{L}*|recovery|prevent\\p{L}*|prévention|treatments?|traitements?|study|studies|trial|research|étude|essai|recherche`,
)
