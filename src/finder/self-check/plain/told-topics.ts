import type { AboutPregnancy, AskedRule, SetPhrase } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'

/**
 * A rule that speaks of something that nearly every study asks for, in words that were not all read ("cannot zorble the visits of
 * the study, due to blurgs"): what it speaks of is asked, and the site asks the rest. Neither answer tells the rule. Rule
 * `told-topics@1`.
 */
export function toldTopicOf({ kind, text }: WrittenRule): AskedRule | undefined {
  if (text.length > mostText || /:\s*$/.test(text) || ofOthers.test(text)) return undefined
  const topic = topics.find(
    ({ in: of, says, never }) =>
      of === kind && says.every((one) => one.test(text)) && !never?.test(text),
  )
  const asked = topic?.asked ?? (kind === 'exclusion' ? pregnancyIn(text) : undefined)
  return asked && { ...asked, isPart: true, isWide: true }
}

const mostText = 450
const ofOthers =
  /\b(?:unless|except\w*|allowed|permitted|households?|famil\w+|relatives?|caregivers?|care ?partners?|informants?|siblings?|mothers?|fathers?|maternal|donors?|spouses?|staff|controls?|cohorts?|arms?|phases?|waive[rd]?|deceased|emergency)\b/i

interface Topic {
  readonly in: WrittenRule['kind']
  /** Each must be said. */
  readonly says: readonly RegExp[]
  readonly never?: RegExp
  readonly asked: AskedRule
}

const near = String.raw`[^.;:]{0,70}?\b`
const denied = String.raw`\b(?:unable|inability|cannot|can ?not|incapab\w+|unwilling\w*|not (?:be )?(?:able|willing|capable|agree\w*)|unlikely|refus\w+|declin\w+|lack(?:s|ing)? (?:of )?(?:the )?(?:ability|capacity|willingness|cooperation|compliance))\b`
const able = String.raw`\b(?:able|willing\w*|ability|agree\w*|capab\w+|commit\w*|available|availability|accept\w*|voluntar\w+)\b`
const visits = String.raw`(?:comply|compliance|complying|cooperat\w+|adher\w+|abide|followed-?up|follow-?up|attend\w*|study (?:visits?|procedures|requirements)|scheduled visits|return (?:for|to))\b`
const unableToFollow = new RegExp(`${denied}${near}${visits}`, 'i')
const ableToFollow = new RegExp(`${able}${near}${visits}`, 'i')
const consenting = String.raw`(?:informed consent|consent form|written consent|consent to (?:participat\w+|take part)|consent to (?:the|this) (?:study|trial)|assent|consent)\b`
const unableToAgree = new RegExp(`${denied}${near}${consenting}`, 'i')
const agreeing = new RegExp(
  String.raw`\b(?:able|willing\w*|ability|agree\w*|capab\w+|voluntar\w+|provid\w+|sign|signs|signed|give|gives|giving|given|obtained|understand\w*|must)\b${near}${consenting}|^\W*(?:\w+ ){0,3}consent\w*\W*$`,
  'i',
)
const notThisConsent =
  /\b(?:tissue|biops\w+|genetic|genom\w+|samples?|specimens?|records?|reports?|images?|photo\w*|video\w*|separate|optional|stor\w+|contact\w*|release|at (?:the )?time of|contracepti\w+|abstinen\w*|ages?|aged|years?|birth|surgery|procedure to)\b|\b(?:from|after|before|prior to|within|until|since) (?:the )?(?:signing|signature|informed|written|consent)/i
const takesPart =
  /\b(?:participat\w+|enrol\w*|involved|involvement|included|taking part)\b[^.;:]{0,60}?\b(?:an?other|other|different|concurrent\w*|any|previous|prior|investigational|experimental|interventional|clinical|drug|similar)\b[^.;:]{0,40}?\b(?:study|studies|trials?|protocols?|research)\b|\b(?:previous|prior|concurrent|simultaneous|current)\w* (?:participation|enrol+ment|inclusion)\b[^.;:]{0,60}?\b(?:study|studies|trials?)\b/i
const judged =
  /\b(?:investigators?|physicians?|doctors?|clinicians?|researchers?|sponsor|opinion|judge?ment|discretion)\b/i
const anyReason =
  /\b(?:any|other|another|conditions?|reasons?|circumstances?|situations?|factors?|unsuitable|inappropriate|unfit|not (?:suitable|appropriate|fit|eligible))\b/i
const harming =
  /\b(?:interfer\w+|confound\w*|compromis\w+|jeopardi[sz]\w+|preclud\w+|unsafe|unsuitable|inappropriate|unfit|not (?:be )?(?:suitable|appropriate|fit|eligible|able|in the best interest)|risks?|safety|prevent\w*|affect\w*|impair\w*|limit\w*|contraindicat\w+|hinder\w*|unlikely|unable|influenc\w+|impact\w*|complicat\w+|excluded?|endanger\w*)\b/i

const set = (phrase: SetPhrase, isTurned: boolean): AskedRule => ({ ask: 'set', phrase, isTurned })

const topics: readonly Topic[] = [
  {
    in: 'exclusion',
    says: [judged, anyReason, harming],
    never: /\b(?:planned|schedul\w+|must|should|washout)\b/i,
    asked: set('doctorDoubts', false),
  },
  {
    in: 'exclusion',
    says: [unableToAgree],
    never: notThisConsent,
    asked: set('consent', true),
  },
  {
    in: 'exclusion',
    says: [unableToFollow],
    never: /\b(?:contracepti\w+|pregnan\w+|medications?|diet|drugs?|washout|wash-out)\b/i,
    asked: set('comply', true),
  },
  {
    in: 'inclusion',
    says: [agreeing, ableToFollow],
    never: notThisConsent,
    asked: set('consentAndComply', false),
  },
  {
    in: 'inclusion',
    says: [agreeing],
    never: new RegExp(`${notThisConsent.source}|${denied}`, 'i'),
    asked: set('consent', false),
  },
  {
    in: 'inclusion',
    says: [ableToFollow],
    never: new RegExp(
      String.raw`${denied}|\b(?:contracepti\w+|pregnan\w+|abstinen\w*|diet|acceptable)\b|\bvisit (?:\d|[ivx]+\b)`,
      'i',
    ),
    asked: set('comply', false),
  },
  {
    in: 'inclusion',
    says: [
      /\bcontracepti\w+|birth control\b/i,
      /\b(?:agree\w*|willing\w*|must|should|will|use|using|practi[cs]\w+|able)\b/i,
    ],
    never:
      /\b(?:oral contraceptives? (?:must|should|use)|not (?:be )?(?:tak|us)|sterili[sz]\w+ or)\b/i,
    asked: set('contraception', false),
  },
  {
    in: 'exclusion',
    says: [
      /\bcontracepti\w+|birth control\b/i,
      /\b(?:not|unwilling\w*|refus\w*|inadequate|without|unable|lack)\b/i,
    ],
    never: /\b(?:not (?:be )?(?:taking|receiving)|nursing|breast|lactat\w*|pregnant)\b/i,
    asked: set('contraception', true),
  },
  {
    in: 'exclusion',
    says: [takesPart],
    never:
      /\b(?:this (?:\w+ )?(?:study|trial|protocol)|in the (?:study|trial)|plan\w*|required|other than|safety|risk|opinion|interfer\w*|eligible|potential|not|no|unable|unwilling)\b/i,
    asked: set('otherStudyEver', false),
  },
]

const notOfPregnancy =
  /\b(?:tests?|partners?|instruct\w*|notif\w*|inform\w*|suspect\w*|report\w*|history|prior|previous\w*|past|during (?:the |a )?(?:last |previous )?pregnan\w+|ectopic|multiple|twin|gestation\w*|weeks|trimester|complicat\w*|first pregnancy|current pregnancy|children|infants?|neonat\w*|newborns?|pre-?eclampsia|delivery|terminat\w+|not pregnant|non-?pregnant|nor)\b/i

/** Who is pregnant, feeds a baby or wants one. */
function pregnancyIn(text: string): AskedRule | undefined {
  if (notOfPregnancy.test(text)) return undefined
  const about: AboutPregnancy[] = []
  if (/\b(?:pregnant|pregnancy)\b/i.test(text)) about.push('pregnant')
  if (
    /\b(?:plan\w*|intend\w*|wish\w*|attempt\w*|try\w*|desir\w+|seek\w*|want\w*)\b[^.;]{0,60}\b(?:pregnan\w+|conceive)\b/i.test(
      text,
    )
  )
    about.push('planned')
  if (/\b(?:breast-?\s?feed\w*|lactat\w+|nursing(?! (?:home|facilit\w+|care|staff)))\b/i.test(text))
    about.push('nursing')
  return about.length > 0 ? { ask: 'pregnancy', about, isTurned: false } : undefined
}
