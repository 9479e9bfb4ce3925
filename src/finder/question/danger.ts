/** What a person says that cannot wait for a study. */
export type Danger = 'self-harm' | 'emergency'

/**
 * Whether words tell of a wish to die or of danger to life at this moment, in English or French. What is past ("heart attack
 * 2 years ago"), denied ("I don't want to die") or a subject of research ("suicide prevention study") does not. It only decides
 * whether the page says where help is: nothing is kept of it.
 */
export function readDanger(text: string): Danger | undefined {
  const plain = text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase()
  if (selfHarm.some((pattern) => pattern.test(plain))) return 'self-harm'
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

const self = '(?:myself|himself|herself|themselves|themself|my self)'
const life = '(?:my|his|her|their|this) (?:own )?life'
const harm = `(?:kill(?:ing)? ${self}|end(?:ing)? ${life}|tak(?:e|ing) ${life}|end(?:ing)? it all|commit(?:ting)? suicide|(?:hurt|harm|cut)(?:ing|ting)? ${self})`
const wish =
  "(?:wants?|wanna|would like|need|going|gonna|about|trying|tries|plans?|planning|thinking|thinks?|feels? like|threatens?|threatening|ready|will|'ll|might|could|can't stop)"

/** Who says where or how wishes for care. */
const calmly =
  '(?! (?:at home|in peace|with dignity|peacefully|chez|à la maison|en paix|dans la dignité|dignement))'

const selfHarm: readonly RegExp[] = [
  `${wish}(?: (?:to|of|about|on|wanting|i|i'll|just|really|only))* ${harm}`,
  `(?:i|he|she|they)(?: just| really| only)* (?:wants?|wanna)(?: to)? (?:die|be dead)${calmly}`,
  `(?:son|daughter|child|wife|husband|mother|father|mum|mom|dad|friend|brother|sister) (?:just |really )*wants? to (?:die|be dead)${calmly}`,
  `(?:don't|do not|doesn't|does not|no longer) want(?:s)? to (?:live|be alive|be here|wake up)(?: any ?more)?`,
  `^(?:i )?(?:kill|killing|hurt|hurting|harm|end|ending) (?:myself|my life)|^(?:wanna|want to) die`,
  `(?:wish|wished) (?:i|he|she) (?:was|were) dead|better off dead|no (?:reason|point) (?:to|in) liv(?:e|ing)`,
  `(?:i'm|i am|i feel|feeling|he is|he's|she is|she's|is|feels) (?:so |very |really |now )*suicidal`,
  `(?:i have|i'm having|has|having) suicidal thoughts`,
  `i(?:'m| am)? (?:took|take|swallowed|overdosed|overdosing)(?: on)? (?:all|too many|a lot of) (?:of )?(?:my|the) (?:pills|tablets|medicines?|meds)`,
  `(?:je|j'|il|elle|on) ?(?:ne )?(?:veux|veut|vais|va|pense|pensons|songe|compte|essaie|essaye|ai envie|a envie|souhaite)(?: vraiment| juste| seulement| tout le temps)*(?: (?:à|a|de|d'))? ?(?:mourir${calmly}|me (?:tuer|suicider)|se (?:tuer|suicider)|en finir|me (?:faire du mal|foutre en l'air)|mettre fin à (?:mes|ses) jours)`,
  `(?:fils|fille|enfant|mari|femme|mère|père|maman|papa|ami|amie|frère|soeur|sœur) (?:veut|va|parle de|menace de|pense à) (?:mourir|se (?:tuer|suicider)|en finir)`,
  `(?<!pas |n'ai pas )envie (?:de mourir|de me (?:tuer|suicider)|d'en finir)|(?:veux|veut|vais|va) (?:en finir|mettre fin à (?:mes|ses) jours)`,
  `(?:plus|pas) envie de vivre|ne (?:veux|veut) plus vivre|(?:veux|veut) plus vivre|marre de (?:la vie|vivre)`,
  `(?:je pense|il pense|elle pense) au suicide|(?:j'ai|il a|elle a) des (?:idées|pensées) (?:suicidaires|noires)|je suis suicidaire`,
  `j'ai (?:avalé|pris) (?:tous|toute|trop de|tout) (?:mes|les|la) ?(?:médicaments|cachets|comprimés|boîte)`,
].map(words)

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
  `ago|years? (?:old )?(?:later|before)|last (?:year|month|week|summer|winter|spring|autumn)|in (?:19|20)\\d\\d|had|was|used to|survived|history of|once|previous(?:ly)?|il y a|en (?:19|20)\\d\\d|(?:j'ai|il a|elle a|a|ai) (?:eu|fait)|avait|antécédents?|ancien(?:ne)?|an dernier|année dernière`,
)

const since = words(
  `since|after|for (?:years|months|\\d+)|depuis|après|suite à|recruit\\p{L}*|rehab\\p{L}*|recovery|prevent\\p{L}*|prévention|treatments?|traitements?|study|studies|trial|research|étude|essai|recherche`,
)
