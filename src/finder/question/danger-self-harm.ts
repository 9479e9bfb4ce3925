import { dangerWords, kin, proche } from './danger-words.ts'

/** Whether a sentence, read as `asDangerIsRead` gives it, says that somebody wishes to die or harms themselves. */
export function isSelfHarm(asSaid: string): boolean {
  const text = withoutAges(asSaid)
  const holds = (pattern: RegExp): boolean => text.search(pattern) !== -1
  if (selfHarm.some(holds)) return true
  if (holds(longAgo) || atThatAge.test(asSaid) || holds(research)) return false
  return holds(harmed) || (ofSomebody.some(holds) && !holds(bereaved))
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

const intent = `${wish}(?: (?:to|of|about|on|just|really))*`
const dessein =
  '(?:vais|va|veux|veut|pense(?: à)?|menace de|envie de|dit vouloir|voudrais|voudrait|prêt à|essaie de|compte)'

const selfHarm: readonly RegExp[] = [
  `${wish}(?: (?:to|of|about|on|wanting|i|i'll|just|really|only))* ${harm}`,
  `(?:i|he|she|they)(?: just| really| only)* (?:wants?|wanna)(?: to)? (?:die|be dead)${calmly}`,
  `(?:${kin}) (?:just |really |says (?:that )?(?:he|she|they) )*wants? to (?:die|be dead)${calmly}`,
  `(?:tonight|today) i(?:'ll| will|'m going to| am going to) (?:end|finish) (?:it|this|everything)|i(?:'ll| will|'m going to) (?:end|finish) (?:it|this) (?:tonight|today)|(?:ce soir|aujourd'hui|demain) j'en finis|j'en finis(?: (?:ce soir|demain|aujourd'hui))?$`,
  `(?:not|isn't|ain't) (?:planning|intending|expecting) (?:to be|on being) (?:here|around|alive)(?! for)`,
  `(?:don't|do not|doesn't|does not|no longer) want(?:s)? to (?:live|be alive|be here|wake up)(?: any ?more)?`,
  `^(?:i )?(?:kill|killing|hurt|hurting|harm|end|ending) (?:myself|my life)|^(?:wanna|want to) die`,
  `(?:wish|wished) (?:i|he|she) (?:was|were) dead|better off dead|no (?:reason|point) (?:to|in) liv(?:e|ing)`,
  `(?:i'm|i am|i feel|feeling|he is|he's|she is|she's|is|feels) (?:so |very |really |now )*suicidal`,
  `(?:${kin}) suicidal(?! (?:ideation|behaviou?rs?|thoughts? stud))`,
  `(?:i have|i'm having|has|having) suicidal thoughts`,
  `i(?:'m| am)? (?:took|take|swallowed|overdosed|overdosing)(?: on)? (?:all|too many|a lot of) (?:of )?(?:my|the) (?:pills|tablets|medicines?|meds)`,
  `(?:je|j'|il|elle|on) ?(?:ne )?(?:veux|veut|vais|va|pense|pensons|songe|compte|essaie|essaye|ai envie|a envie|souhaite)(?: vraiment| juste| seulement| tout le temps)*(?: (?:à|a|de|d'))? ?(?:mourir${calmly}|(?<!(?:il|elle|on) (?:va|veut) )me (?:tuer|suicider)|se (?:tuer|suicider)|en finir|me (?:faire du mal|foutre en l'air)|mettre fin à (?:mes|ses) jours)`,
  `(?:${proche}|il|elle) (?:veut|va|parle de|menace de|pense à|dit qu'(?:il|elle) veut) (?:mourir|se (?:tuer|suicider)|en finir)`,
  `(?<!pas |n'ai pas )envie (?:de mourir|de me (?:tuer|suicider)|d'en finir)|(?:veux|veut|vais|va) (?:en finir|mettre fin à (?:mes|ses) jours)`,
  `(?:plus|pas) envie de vivre|ne (?:veux|veut) plus vivre|(?:veux|veut) plus vivre|marre de (?:la vie|vivre)`,
  `(?:je pense|il pense|elle pense) au suicide|(?:j'ai|il a|elle a) des (?:idées|pensées) (?:suicidaires|noires)|je suis suicidaire`,
  `(?:wants?|going|wish(?:es)?) to (?:disappear|vanish|not exist|never wake up)|(?:driv(?:e|ing)|crash(?:ing)?) (?:my|the|his|her) (?:car|bike|truck) into|(?:himself|herself|myself) (?:\\p{L}+ ){0,2}with (?:a|his|her|my|the) (?:gun|knife|rope|razor|pills)`,
  `(?:${proche}|il|elle) (?:\\p{L}+ )?(?:veut|voudrait|dit vouloir) (?:disparaître|ne plus exister)`,
  // How: nobody says so of anything else.
  `${intent} (?:shoot|hang|drown|stab|poison|starve) ${self}|${intent} (?:jump(?:ing)? (?:off|from|in front of|under|out)|slit(?:ting)? (?:my|his|her) wrists|overdos(?:e|ing)|step in front of)|(?:i|he|she)(?: will| am going to|'s going to|'m going to|'ll) jump(?! (?:start|rope))`,
  `${dessein} (?:me|se|s'|m') ?(?:pendre|noyer|ouvrir les veines|immoler|empoisonner|défenestrer|flinguer|jeter (?:sous|par|dans|du|de|d'un)[^.]*|tirer (?:une balle|dessus)|couper les veines|foutre (?:en l'air|sous)|laisser mourir)|${dessein} (?:sauter(?= ?$| (?:par|du|de la|d'un|dans le|sous|depuis))|avaler (?:toute?s?|tous) )`,
  `(?:life|living)(?:(?: is|'s)?(?:n't| not)| has no) (?:\\p{L}+ )?(?:worth (?:living|it)|meaning|point)|(?:nothing|no reason|nobody|not much) (?:left )?to live for|better off without (?:me|him|her)|(?:have|got|has|bought) (?:a |the )?(?:rope|gun|noose|pills)(?: \\p{L}+)? (?:and|ready)|(?:made|have|has|written|left|writing) a (?:suicide (?:note|plan)|goodbye (?:note|letter))|say(?:ing)? goodbye to everyone|(?:nobody|no one|no-one) (?:would|will) (?:miss|notice|care)(?: (?:me|if))|if i (?:was|were) (?:gone|dead)`,
  `vie (?:ne |n'|n )?(?:vaut|en vaut|a) (?:plus|pas) (?:la peine|le coup|de sens|d'être vécue)|(?:plus|aucune) (?:aucune )?raison de vivre|(?:mieux|serait|seraient) (?:\\p{L}+ )?sans moi|lettre d'adieu|(?:veux|veut|voudrais|voudrait) (?:disparaître|ne plus (?:exister|être là|me réveiller)|m'endormir (?:pour toujours|et ne plus))|(?:plus|pas) (?:la force|l'envie) de vivre|(?:je|j') ?(?:ne )?manquer\\p{L}+ à personne|si je (?:disparais\\p{L}*|mour\\p{L}+)`,
].map(dangerWords)

/** What somebody does or did to themselves, in words that no study is asked for with. */
const harmed = dangerWords(
  `(?:il|elle|mon \\p{L}+|ma \\p{L}+) s'est (?:pendue?|defenestree?|tailladee?|ouvert les veines|tiree? une balle|jetee? (?:sous|du|de|par|dans))|(?:je me|il se|elle se) (?:brûle|coupe|griffe|frappe|lacère)[^.,;]{0,15} avec (?:un|une|le|la|des|mon|ma|son|sa)|(?:is |keeps |started |been )?(?:cut(?:s|ting)?|hurt(?:s|ing)?|harm(?:s|ing)?|burn(?:s|ing)?) (?:himself|herself|themselves|myself)(?: on purpose)?|(?:${kin}|he|she|i)(?:'s| is| am| has been| keeps)? self[- ]?harm(?:s|ing)?|tr(?:y|ied|ies) to (?:kill (?:himself|herself|myself)|end (?:his|her|my) life)|attempt(?:ed|s) suicide|(?:se|me|m'|s')(?: ?)(?:scarifie|automutile|fait du mal|fais du mal|taillade)|(?:a|ai) (?:fait|eu) une (?:ts|tentative(?: de suicide)?)|(?<!pas d'|sans )(?:idées|pensées) noires`,
)

/** Suicide, said of who is near: "ma fille a des idées suicidaires", "suicide attempt, my son". */
const whose = `(?:my|our|mon|ma|mes|notre) (?:\\p{L}+ ){0,2}?(?:${kin}|${proche})`
const suicide = 'suicid\\p{L}*|idées noires|pensées noires'
const ofSomebody: readonly RegExp[] = [
  `(?:${whose}|^(?:${kin}|${proche}))(?: [\\p{L}']+){0,6} (?:${suicide})`,
  `(?:${suicide})(?: [\\p{L}']+){0,4} ${whose}`,
].map(dangerWords)
const bereaved = dangerWords(
  `died|dead|death|lost|grie\\p{L}+|bereave\\p{L}+|survivors?|décédée?|morte?|deuil|perdu|pas|sans|not|no|never|jamais`,
)

const longAgo = dangerWords(
  `(?:months?|years?|yrs?|decades?|long(?: time)?|while) ago|last (?:year|summer|winter|spring|autumn)|in (?:19|20)\\d\\d|as a (?:child|kid|teen\\p{L}*)|used to|history of|previous(?:ly)?|years? later|il y a (?:\\p{L}+|\\d+) (?:ans?|mois)|en (?:19|20)\\d\\d|antécédents?|ancien(?:ne)?|an dernier|année dernière|quand (?:il|elle|j')`,
)

/** "At 17, I am 45 now": told of another time. */
const atThatAge =
  /(?<!\p{L})(?:a \d{1,2} ans,? j'en ai|at (?:the age of |age )?\d{1,2},? (?:and )?(?:now )?i(?:'m| am))(?!\p{L})/u

/** A subject that is read about, and no person. */
const research = dangerWords(
  `prevent\\p{L}*|prévention|stud(?:y|ies)|trials?|research|étude|essai|recherche|literature|guidelines?|recommandations?`,
)
