import type { AboutPregnancy, AskedRule } from '../../../words/language/asked.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { WrittenRule } from './asked-rule.ts'
import { wordSet } from './word-sets.ts'

/**
 * "Pregnant or nursing women, or women of childbearing potential who do not use …", however the means are told: who is not
 * pregnant, feeds no baby and cannot become pregnant is not kept out; who would not use safe birth control does not do as is
 * asked. The rest is left open. Only where each word is of this. Rule `birth@2`.
 */
export function birthPhraseOf({ kind, text }: WrittenRule): AskedRule | undefined {
  if (text.length > mostText || !(means.test(text) || mayHappen.test(text))) return undefined
  const words = tokens(text)
  if (!words.every((word) => birthWords.has(word) || /^\d+$/.test(word))) return undefined
  if (kind === 'inclusion') {
    if (!means.test(text) || !possible.test(text)) return undefined
    if (!asks.test(text) || /\bor\b.{0,40}\b(?:not|non)\b/i.test(text)) return undefined
    return { ask: 'set', phrase: 'contraception', isTurned: false, isWide: true }
  }
  if (kind !== 'exclusion' || men.test(text)) return undefined
  const about = aboutOf(text)
  if (means.test(text) && (!refusing.test(text) || (!possible.test(text) && about.length === 0)))
    return undefined
  const could: AskedRule = { ask: 'set', phrase: 'childbearing', isTurned: false }
  if (about.length === 0) return { ...could, isWide: true }
  return {
    ask: 'several',
    joint: 'or',
    rules: [{ ask: 'pregnancy', about, isTurned: false }, could],
    isTurned: false,
    isWide: true,
  }
}

const mostText = 700
const means = /\bcontracepti|\bbirth[ -]control/i
const possible = /child-?\s?bearing|reproductive (?:potential|age)|fertile|become pregnant|WOCBP/i
const asks = /\b(?:must|agrees?|willing|should|use|using|practi[cs]e|committed?|required)\b/i
const refusing =
  /\b(?:not|unwilling\w*|without|refus\w+|unable|inability|inadequate|lack\w*|unless|except|no)\b/i
/** "Pregnant or may become pregnant", "women of childbearing potential". */
const mayHappen =
  /\b(?:may|might|could|can|able to|potential to|capable of|possibly|likely to) (?:be(?:come)?|becoming|get|getting) pregnant|^\W*(?:[\w-]+ )*?(?:women|females?|subjects|patients|participants) (?:of|with) child-?\s?bearing (?:potential|age|capacity)\W*$|\bpregnan\w+\b.*\bor\b.*\bchild-?\s?bearing (?:potential|age|capacity)\W*$/i
const men = /\b(?:men|males?|man|partner is|sperm)\b/i

function aboutOf(text: string): readonly AboutPregnancy[] {
  const about: AboutPregnancy[] = []
  if (/\bpregnan(?:t|cy)\b(?! test)/i.test(text)) about.push('pregnant')
  if (/\b(?:plan\w*|intend\w*|intention|wish\w*|desir\w*|trying|want\w*)\b/i.test(text))
    about.push('planned')
  if (/\b(?:lactat\w*|breast-?\s?feed\w*|nursing)\b/i.test(text)) about.push('nursing')
  return about
}

const birthWords = wordSet(
  `
  pregnant pregnancy pregnancies lactating lactation breastfeeding breast feeding breastfeed feed nursing woman women female females
  girl girls of child bearing childbearing potential age reproductive fertile wocbp fcbp who whom that are is be being been a an
  the or and not no non do does did use uses used using unwilling willing unable refuse refuses agree agrees agreeing agreed must should will
  would have has having had with without to for from in on at by as any all if this these those their her his they she he it its
  patient patients subject subjects participant participants individual individuals person people adult
  contraception contraceptive contraceptives method methods measure measures means form forms birth control
  effective effectively highly adequate adequately reliable acceptable appropriate safe medically medical accepted approved suitable efficient sufficient proper
  double single two one least barrier hormonal oral intrauterine device devices iud ius system systems condom condoms diaphragm cap sponge
  spermicide spermicidal foam gel jelly film cream vaginal ring patch patches injection injections injectable implant implants implantable implanted pill pills
  tubal ligation occlusion bilateral vasectomy vasectomized vasectomised sterile sterilization sterilisation sterilized sterilised surgical surgically
  hysterectomy oophorectomy salpingectomy permanently permanent abstinence abstinent abstain sexual sexually intercourse active activity heterosexual
  partner partners monogamous male males man men sperm donate donating donation eggs ova ovum oocytes
  menopausal menopause postmenopausal post premenopausal pre amenorrhea amenorrheic amenorrhoea menses menarche menstrual menstruation menstruating spontaneous
  defined definition unless considered include includes including included such example e g i eg ie but limited other either
  during throughout duration period entire course study trial participation treatment therapy dosing drug medication product investigational administration
  day days week weeks month months year years after before prior last first final dose end until start starting following least at since
  screening baseline enrollment enrolment entry randomization visit time within more than less up beyond thereafter through completion
  negative test tests testing serum urine beta hcg required require result results positive hours
  plan plans planning planned intend intends intending intention wish wishes wishing desire desiring become becoming trying want wants conceive conception capable
  physiologically anatomically practice practices practicing practise practising employ follow ensure avoid avoiding preferred usual lifestyle line when
  failure rate per consistently correctly consistent local regulations guidelines regarding clinical studies known suspected self currently possible
  potentially can could may ability inadequate effects both also only whichever longer receiving received taking while same another established proper placement
  natural cause causes alternative high status documented confirmed history continuous consecutive uterus ovaries ovary remain complete true total
  refusing refuses refusal refused persons unknown status lack lacking inability unwillingness prevention capacity get getting likely adhere proven excluded unreliable ineffective currently
  highly-effective judged investigator opinion well discussed discuss accept commit committed
  `,
)
