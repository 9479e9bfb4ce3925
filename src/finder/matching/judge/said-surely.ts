import type { Patient } from '../patient/patient.ts'
import { isBareStatement } from './bare-statement.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * What makes a sentence open, whatever else it says: another person, a doubt, what a study asks; a wish or a fear; a plan or a refusal;
 * a time that is not now, or a verb of the past with no word of now; a work or a visit; a test that tells little;
 * one of two; a "never" that is not of having it at all.
 */
export type Openness =
  | 'wished'
  | 'planned'
  | 'of then'
  | 'dated'
  | 'past'
  | 'at work'
  | 'untested'
  | 'tissue awaited'
  | 'picture awaited'
  | 'at a time'
  | 'not bare'
  | 'never so'
  | 'either'

/** A sentence that holds of the person now, and only so. */
export const heldNow: readonly Openness[] = ['wished', 'planned', 'of then', 'dated', 'past']

type Rule = (one: Case) => Judgement | undefined

/**
 * A rule that holds a sentence against a person only where that is surely said of them: where any of its evidence is open, the answer
 * is that it is not known. One place for all rules that read sentences for themselves. A tissue or picture awaited is so where any sentence of
 * the note awaits a test. Rule `said-surely@2`.
 */
export function surely(rule: Rule, ...also: readonly Openness[]): Rule {
  return (one) => {
    const judged = rule(one)
    if (!judged || one.patient.source !== 'note') return judged
    const isOpen =
      judged.evidence.some(({ text }) => isOpenSaying(text, also)) ||
      (also.includes('tissue awaited') && awaitsTest(one.patient).tissue) ||
      (also.includes('picture awaited') && awaitsTest(one.patient).picture)
    return isOpen ? { ...judged, verdict: 'unknown', reason: 'near what the person has' } : judged
  }
}

/** Whether a sentence may be of another, of another time or not so at all. */
export function isOpenSaying(text: string, also: readonly Openness[]): boolean {
  return always.test(text) || also.some((kind) => open[kind].test(text))
}

/** A tissue or a picture that will tell is still to come: "biopsy sent", "scanner lundi", "histologie à venir". */
const awaitsTest = onceAPatient(({ lines }: Patient) => {
  const isSaid = (awaited: RegExp): boolean =>
    lines.slice(0, 400).some(({ evidence }) => awaited.test(evidence.text))
  return { tissue: isSaid(tissueAwaited), picture: isSaid(pictureAwaited) }
})

const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu')

const relatives = String.raw`mother(?! of (?:\d|one|two|three|four|five))|fathers?|sisters?|brothers?|siblings?|cousins?|uncles?|aunts?|niece|nephew|grand-?(?:mother|father|parents|son|daughter)|wife|husband|spouse|(?:his|her|their) (?:sons?|daughters?|partner|child|children|friend)|donor (?:is|was|has|had)|(?:his|her|the) donor|famil(?:y|ial) history|in the family|room-?mates?|flat-?mates?|neighbou?rs?|twin|(?:his|her|their) (?:ex|dog|cat|pet)|jum(?:eau|elle)|épou(?:se|x)|colleagues?|friends?|mère(?! de)|père|frères?|sœurs?|soeurs?|cousine?s?|oncles?|tantes?|neveu|nièce|grand-(?:mère|père)|(?:sa|leur) (?:femme|fille|compagne)|(?:son|leur) (?:mari|fils|compagnon|conjoint|enfant|donneur|ami)|conjointe?|colocataires?|voisine?s?|collègues?|antécédents? familia(?:l|ux)`
const doubts = String.raw`possibl[ey]|probabl[ey]|presum\p{L}*|suspect\p{L}*|suspicion|likely|unlikely|perhaps|maybe|only (?:during|while)|seulement pendant|favou?rs|évoquée?|never (?:been )?without|(?:never|jamais)[^.;]*(?:with (?:food|meals)|by (?:injection|mouth)|orally|in the morning|at night|tablets|le matin|le soir|par (?:voie|injection)|au repas)|jamais sans|might|unclear|uncertain|unsure|not (?:sure|clear|clearly|certain|confirmed)|thought to be|believed to be|query|question of|would|explain\p{L}*|counsel+ed|talked (?:through|about|of)|look(?:s|ed)? like|letter (?:gives?|says?|states?|of)|mentions?|read as|called (?:it|this)|plutôt|rather|mentionn\p{L}*|courrier|suggests|expliqu\p{L}*|informée? (?:de|sur|que)|[sf]erait|aurait|en cas d[e’']|suggère|en faveur|ressembl\p{L}*|to be confirmed|rule[ds]? out|to exclude|differential|versus|vs|soupçon\p{L}*|probablement|peut-être|douteu(?:x|se)|doutes?|incertaine?|cancelled|annulée?s?|pas (?:sûre?|certaine?|confirmée?)|semble\p{L}*|pourrait|à (?:confirmer|éliminer|exclure|contrôler|vérifier)|présumée?`
const quoted = String.raw`criteri(?:a|on)|eligib\p{L}*|(?:trial|study) (?:is|was|for|asks?|needs?|requires?|takes?|wants?|information|excludes?|includes?|recruits?)|protocol|guidelines?|leaflet|read (?:about|that)|asks? (?:if|whether)|control sample|demande si|critères?|essais? (?:pour|demandant|qui|sur|de|clinique)|étude (?:pour|demandant|qui|sur)|protocole|brochure`
const always = new RegExp(
  `(?<!\\p{L})(?:${relatives}|${doubts}|${quoted})(?!\\p{L})|(?<!\\p{L})\\?|\\?(?=\\s|$)`,
  'iu',
)

const tissue = String.raw`(?:(?:re-?)?biops\p{L}*|histolog\p{L}*|patholog\p{L}*|report|receptors?|sequencing|NGS|review|sample|anatomopath\p{L}*|séquençage|relecture|prélèvement|compte[- ]rendu|récepteurs)(?!\p{L})`
const picture = String.raw`(?:biops\p{L}*|scans?|CT|MRI|PET|scanner|IRM|TEP|scintigraphie|bilan(?: d[’']extension)?)(?!\p{L})`
const toCome = String.raw`(?:to (?:follow|come|confirm|be (?:done|repeated))|pending|awaited|booked|requested|ordered|scheduled|planned|sent|repeated?|not (?:yet )?(?:back|available)|tomorrow|on monday|next week|à (?:venir|faire|refaire|suivre)|en (?:cours|attente)|attendue?s?|demandée?s?|prévue?s?|programmée?s?|envoyée?s?|demain|lundi|la semaine prochaine)(?!\p{L})`
const awaitedOf = (test: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})(?:${test}[^.;]{0,40}(?<!\p{L})${toCome}|(?:awaiting|attend|en attente d[eu’'])[^.;]{0,24}(?<!\p{L})${test})`,
    'iu',
  )
const tissueAwaited = awaitedOf(tissue)
const pictureAwaited = awaitedOf(picture)

const open: Readonly<Record<Openness, { readonly test: (text: string) => boolean }>> = {
  wished: words(
    String.raw`hop(?:es?|ed|ing)|fears?|feared|afraid|worr(?:y|ies|ied)|wish(?:es)?|if|unless|risk of|espère\p{L}*|espér\p{L}*|craint|crainte|peur|inqui\p{L}*|risque d\p{L}*|si`,
  ),
  planned: words(
    String.raw`will|plan(?:s|ned|ning)?|scheduled|consider(?:ed|ing|s)?|discuss(?:ed|ing|ion)?|propos\p{L}*|offered|suggested|candidate|refus\p{L}*|declin\p{L}*|wants?|prefers?|future|awaiting|waiting|one day|(?<!\d(?:st|nd|rd|th)? )may(?! \d)|could|cancel\p{L}*|prévue?s?|prévoi\p{L}*|envisag\p{L}*|souhait\p{L}*|future?|programmée?|projet|proposée?|discut\p{L}*|demande d\p{L}*|en attente|annulée?|évit\p{L}*|ordered|not yet|commandée?|pas encore`,
  ),
  'of then': words(
    String.raw`initial(?:ly)?|at (?:first|onset|diagnosis|baseline|presentation|admission|birth)|on (?:admission|arrival|presentation)|baseline|previously|formerly|before|until|used to|once|in the past|as a (?:child|student|teenager|boy|girl)|au diagnostic|initiale?(?:ment)?|auparavant|avant|autrefois|jusqu\p{L}*|à l[’'](?:entrée|admission|arrivée)|dans l[’']enfance|étant (?:enfant|jeune)|jeune|avait|était|(?<=\d )then|in the ambulance|de (?:19|20)\d\d|cured|guérie?|phase off|off phase`,
  ),
  dated: words(
    String.raw`(?:in|en) (?:\p{L}+ )?(?:19|20)\d\d|ago|il y a|last (?:year|month|winter|summer|spring|autumn)|l[’']an(?:née)? derni(?:er|ère)|pre-?(?:stroke|morbid)|prémorbide|day \d+|jour \d+|J\d+|at discharge|à la sortie|for (?:an?|one|two|three|four|\d+) (?:days?|weeks?|months?)|pendant|during|at university|only (?:during|for)|transient\p{L}*|transitoire\p{L}*|overdose`,
  ),
  past: words(
    String.raw`(?!.*(?<!\p{L})(?:since|now|still|current(?:ly)?|started|placed|depuis|toujours|actuel\p{L}*|maintenant)(?!\p{L})).*(?<!\p{L})(?:had|received|needed|required|came off|off|stopped|weaned|discontinued|avait|était|a (?:eu|été|reçu)|sevrée?|arrêtée?|sans traitement)`,
  ),
  'at work': words(
    String.raw`(?:works?|worked|working|travaille)(?! (?:(?:on|at|de|la) )*(?:nights?|nuit|shifts?))|nurse|counsell?or|guard|teacher|visits? (?:\p{L}+ )?(?:prisons?|inmates?|detainees?)|visiting|volunteers?|job|bar(?:man|tender)|visiteur|chef de|infirmi(?:er|ère)|aide-soignante?|médecin (?:en|à)|gardien(?:ne)?|surveillante?|éducat(?:eur|rice)|visite|bénévole`,
  ),
  either: words(
    String.raw`or|ou|either|soit|component|composante|no|not|without|pas|sans|(?<!-)old|ancien(?:ne)?`,
  ),
  'not bare': { test: (text) => !isBareStatement(text) },
  'tissue awaited': tissueAwaited,
  'picture awaited': pictureAwaited,
  'at a time': new RegExp(
    String.raw`(?<!\p{L})(?:(?:rankin|mRS|nyha|yahr|lawrence|gold|killip)[^.,;]{0,16}?(?:[0-6]|I{1,3}|IV|V)|n[eé]gati(?:ve?|f)s?|wild[- ]type|sauvage)\s+(?:in|at|en|à|aux?|lors|sous|sans|during|after|before|when|then|from)(?!\p{L})(?! (?:present|this|both|the (?:tumou?r|right|left|knees?)|droite|gauche|ce jour|deux|immuno\p{L}*|IHC|NGS)(?!\p{L}))`,
    'iu',
  ),
  'never so': new RegExp(
    String.raw`(?<!\p{L})(?:never|jamais)(?=,? \p{L})(?! (?:(?:yet|been|before|ever|\p{L}+ly|été|encore|auparavant) )*(?:had|has|have|received?|taken?|took|tried|used?|treated|given|prescribed|exposed|on|any|done|diagnosed|started|begun|experienced|developed|suffered|under\p{L}+|eue?|reçue?|prise?|essayée?|utilisée?|traitée?|exposée?|prescrite?|sous|présentée?|faite?|débutée?|commencée?|développée?|souffert|de|d[’'])(?!\p{L}))|(?<!\p{L})(?:never|jamais)[^.;]*(?:\d ?mg|beyond|au-delà)`,
    'iu',
  ),
  untested: words(
    String.raw`pending|awaited|not (?:imaged|tested|done)|non radiographiée?|insufficient|inconclusive|liquid biopsy|ctDNA|en attente|insuffisant\p{L}*|biopsie liquide|à refaire|(?:smears?|swabs?|frottis|anal|serolog\p{L}*|sérolog\p{L}*)(?=[^.;]*(?:HPV|EBV|papillom|epstein))|(?:HPV|EBV|papillom\p{L}*|epstein)[^.;]*(?:smears?|swabs?|frottis|anal|s[eé]rolog\p{L}*)`,
  ),
}
