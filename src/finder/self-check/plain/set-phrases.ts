import type { AskedRule, AskedTime, SetPhrase } from '../../../words/language/asked.ts'
import { languagePhraseOf } from './language-phrases.ts'
import { pregnancyPhraseOf } from './pregnancy-phrases.ts'
import { timeAt } from './times.ts'
import { denying, filler, wordSet } from './word-sets.ts'

/**
 * Rules that say a common thing in any of many words: consent, coming to visits, another study, pregnancy. Such a rule is
 * read only where each of its words is one of those that say this thing. Rule `set-phrase@1`.
 */
export function setPhraseOf(
  words: readonly string[],
  kind: 'inclusion' | 'exclusion' | 'unspecified',
): AskedRule | undefined {
  const plain = words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  const { rest, times } = withoutTimes(plain)
  for (const { phrase, needs, may, isTimed } of bags) {
    if (times.length > 0 && isTimed !== true && !timeless.has(phrase)) continue
    if (!needs.every((one) => rest.some((word) => one.has(word)))) continue
    // "Walk without assistance", "swallow without difficulty" deny nothing.
    const denied = rest.some(
      (word) =>
        (denying.has(word) && !(word === 'without' && able.has(phrase))) ||
        (phrase === 'comply' && failing.has(word)),
    )
    if (!rest.every((word) => may.has(word) || filler.has(word) || denying.has(word))) continue
    // "Refuses to participate" is of this study.
    if (phrase === 'otherStudy' && rest.some((word) => refusing.has(word))) continue
    const [time, ...more] = isTimed === true ? times : []
    if (more.length > 0) continue
    return { ask: 'set', phrase, isTurned: denied, ...(time && { time }) }
  }
  return pregnancyPhraseOf(plain, kind) ?? languagePhraseOf(plain) ?? doubtOf(plain, kind)
}

function withoutTimes(words: readonly string[]): {
  readonly rest: readonly string[]
  readonly times: readonly AskedTime[]
} {
  const rest: string[] = []
  const times: AskedTime[] = []
  let at = 0
  while (at < words.length) {
    const [time] = timeAt(words, at).filter(
      ({ value }) => value.kind !== 'before' || value.anchor === 'entry',
    )
    if (time) times.push(time.value)
    else rest.push(words[at] ?? '')
    at = time ? time.end : at + 1
  }
  return { rest, times }
}

interface Bag {
  readonly phrase: SetPhrase
  /** One word of each must be there. */
  readonly needs: readonly ReadonlySet<string>[]
  readonly may: ReadonlySet<string>
  /** True where a time may be said with it. */
  readonly isTimed?: true
}

const able = new Set<SetPhrase>(['walk', 'swallow', 'comply', 'healthy'])

const refusing = wordSet(
  'refuse refuses refusal reject rejects decline declines declined disagree disagreement unwilling unwillingness unable inability agree agrees',
)

/** "Poor compliance", "a risk of non-compliance". */
const failing = wordSet('poor low non bad risk uncooperative noncooperation')

/** A consent is given "prior to screening", which changes nothing of what is asked. */
const timeless = new Set<SetPhrase>(['consent', 'consentAndComply', 'negativePregnancyTest'])

const consentWords = wordSet(
  'consent consents consenting assent assents inform informed written write sign signs signed signing signature sign provide provides provided providing give gives given giving obtain obtained obtaining date dated agree agrees agreed agreement participate participates participation participating take part prior before start beginning initiation procedure procedures specific screening enrollment enrolled inclusion parent parents parental legal legally guardian guardians representative representatives authorized acceptable authorised own behalf caregiver surrogate irb iec ec ethics committee approved institutional review board independent understand understands understanding read reads having comprehend comprehends purpose risks nature details information explained explain being after accordance gcp ich guidelines local regulations requirements any related activities performed form icf forms voluntarily personally person understood explanation verbal oral decision next kin relative relatives related proxy sheet applicable appropriate required requirement express free clinical fully decide make valid provision provisions provide competent gave expressed entering entry performance participated participating witnessed accept accepts accepted accepting themselves themself through legislation admission according include includes listed below conditions condition objective objectives aim aims content contents conducted undertaken performing carried out minor minors child children family physically mentally subject first implementation initiated started enrol registration sampling voluntariness knowingly explicit documented been he complete completed guardianship carer legal tutor tutors understood language native nature purposes trials',
)
const complyWords = wordSet(
  'comply complies compliance compliant adhere adheres adherence cooperate cooperates cooperation cooperative follow follows following protocol procedure procedures visit visits requirement requirements instruction instructions schedule scheduled schedules up follow treatment treatments plan plans restriction restrictions assessment assessments complete completes completing test tests testing laboratory examination examinations attend return returns clinic other required planned planning related specified program regimen regimens medication agree agrees participate participation throughout duration entire full whole during period stated availability available demonstrated reliably adequately followup regular lifestyle considerations time commitment undergo perform evaluations evaluation measures investigational poor understand understanding site commit committed necessary rules demands uncooperative noncooperation bad follow procedures expected non low limitations limitation restrictions listed remain fully described appointments appointment sessions session accepting accept post operative postoperative directions guidelines guideline opinion investigator judgment judge judged investigators poor expected risk clinical long term trials deemed considered physician reason reasons other their attending participating returning return come weekly daily compliance likely rigorously strictly outlined',
)

const bags: readonly Bag[] = [
  { phrase: 'consent', needs: [wordSet('consent assent icf refusal')], may: consentWords },
  {
    phrase: 'consent',
    needs: [
      wordSet(
        'agree accept accepts willing unwilling refuse refuses refusal decline declines reject rejects disagree',
      ),
      wordSet('participate participation part'),
    ],
    may: consentWords,
  },
  {
    phrase: 'consentAndComply',
    needs: [
      wordSet('consent assent'),
      wordSet('comply compliance adhere cooperate follow attend visit complete'),
    ],
    may: new Set([...consentWords, ...complyWords]),
  },
  {
    phrase: 'otherStudy',
    needs: [
      wordSet('study trial research protocol investigation studies trials'),
      wordSet(
        'participate participation participating participated enrolled enrollment enrolling involved involvement included inclusion concurrent simultaneous another other concomitant',
      ),
    ],
    may: wordSet(
      'participate participates participation participating participated participant enroll enrolled enrollment enrolling involved involvement included inclusion concurrent concurrently simultaneous simultaneously another other others concomitant clinical interventional investigational drug drugs device devices medical biomedical therapeutic current currently already ongoing present previous previously prior same time active treatment treatments intervention different new experimental product agent actively medicine being research protocol protocols medicinal products medication medications therapy therapies simultaneous parallel additional trials project experiment into going involving involve biologic biological pharmacological enrol enrolment taking part pharmaceutical vaccine studying intervention interventions surgical procedure procedures testing test using use in which were been concomitantly',
    ),
    isTimed: true,
  },
  {
    phrase: 'comply',
    needs: [
      wordSet(
        'comply compliance adhere cooperate cooperation follow visit attend noncompliance complete compliant adherence uncooperative noncooperation',
      ),
    ],
    may: complyWords,
  },
  {
    phrase: 'prison',
    needs: [
      wordSet(
        'prisoner incarcerated imprisoned deprived detained imprisonment detention prison jail',
      ),
    ],
    may: wordSet(
      'prisoner prisoners incarcerated imprisoned deprived liberty freedom detained imprisonment administrative judicial decision order court compulsorily law legal detention currently involuntarily prison jail status persons',
    ),
  },
  {
    phrase: 'guardianship',
    needs: [
      wordSet(
        'guardianship curatorship tutelage tutorship trusteeship curator protection safeguard',
      ),
    ],
    may: wordSet(
      'guardianship curatorship tutelage tutorship trusteeship under legal protection protected protective safeguard justice law measure measures judicial court curator curators adult major persons placed subject benefiting other form regime tutor supervision',
    ),
  },
  {
    phrase: 'staff',
    needs: [
      wordSet('employee employees staff personnel member relative relatives family employed'),
      wordSet('investigator sponsor site center institution clinic company cro team'),
    ],
    may: wordSet(
      'employee employees staff personnel member members relative relatives family immediate first degree close employed investigator investigators sponsor sponsors site sites center centre institution clinic company cro team directly involved conduct otherwise dependent spouse children sibling parent related affiliated participating investigational supervised directly study coordinator coordinators students student subordinates subordinate dependents dependent household research contract organization working',
    ),
  },
  {
    phrase: 'insurance',
    needs: [wordSet('insurance security affiliated beneficiary beneficiaries coverage insured')],
    may: wordSet(
      'health care insurance medical social security affiliated affiliation beneficiary beneficiaries benefiting covered coverage insured system scheme regime plan french national member belonging recipient under entitled assured',
    ),
  },
  {
    phrase: 'contraception',
    needs: [wordSet('contraception contraceptive contraceptives birth')],
    may: wordSet(
      'contraception contraceptive contraceptives method methods measure measures birth control effective highly adequate reliable acceptable appropriate safe medically accepted use uses using used agree agrees practice practicing practise female females woman women male males men childbearing child bearing potential age reproductive fertile sexually active during throughout duration participation period partners partner their willing form forms means type barrier hormonal least one two approved efficient sufficient medical proper suitable premenopausal reproduction adhere follow requirement requirements employ while participating receive fda approved ensure able fertility protocol defined determined investigator consistent locally regulations guidelines participants partner take avoid employing consent required throughout trial',
    ),
  },
  {
    phrase: 'negativePregnancyTest',
    needs: [wordSet('pregnancy'), wordSet('test tests'), wordSet('negative')],
    may: wordSet(
      'negative pregnancy test tests result serum urine blood screening baseline visit female females woman women childbearing child bearing potential age reproductive fertile prior before enrollment inclusion randomization entry study day within treatment hcg highly sensitive wocbp first dose start time at capable premenopausal upon registration menarche reached test 25 iu ml sensitivity confirmed confirm after menarcheal documented two must inclusion dosing drug administration initiation visits first postmenarchal available local laboratory quantitative beta human chorionic gonadotropin',
    ),
  },
  {
    phrase: 'childbearing',
    needs: [wordSet('childbearing bearing wocbp')],
    may: wordSet('woman women female females childbearing child bearing potential age wocbp'),
  },
  {
    phrase: 'adequateOrgans',
    needs: [
      wordSet('adequate normal acceptable good sufficient satisfactory'),
      wordSet('function functions reserve'),
      wordSet('organ marrow hematologic hepatic renal liver kidney hematological'),
    ],
    may: wordSet(
      'adequate normal acceptable good sufficient function functions functioning organ organs marrow bone hematologic hematological haematological hepatic renal liver kidney major vital end system reserve important main meet following requirements criteria defined below described indicated demonstrated evidenced blood heart cardiac lung baseline screening protocol laboratory values value test tests results parameters shown described criteria coagulation satisfactory functional status enrollment time hematology biochemical evidence hepatorenal',
    ),
  },
  {
    phrase: 'measurable',
    needs: [wordSet('measurable'), wordSet('disease lesion tumor lesions')],
    may: wordSet(
      'measurable disease lesion lesions tumor tumour tumors least one 1 per recist v1 1.1 v1.1 version criteria according defined by based evaluable target presence response evaluation solid radiologically ct mri scan assessed determined using imaging v 0 1',
    ),
  },
  {
    phrase: 'swallow',
    needs: [
      wordSet('swallow'),
      wordSet('tablet tablets pill pills capsule capsules oral medication medications'),
    ],
    may: wordSet(
      'swallow swallowing tablet tablets pill pills capsule capsules oral orally medication medications whole drugs drug administered take medicine intact retain study treatment',
    ),
  },
  {
    phrase: 'walk',
    needs: [wordSet('walk ambulatory ambulate')],
    may: wordSet(
      'walk ambulatory ambulate independently without assistance unassisted assistive devices device help aid aids patients',
    ),
  },
  {
    phrase: 'healthy',
    needs: [wordSet('healthy health')],
    may: wordSet(
      'healthy good general overall health volunteers volunteer male female males females males, adult adults status condition generally',
    ),
  },
  {
    phrase: 'smoking',
    needs: [wordSet('smoker smokers smoking smoke smokes tobacco')],
    may: wordSet(
      'smoker smokers smoking smoke smokes tobacco current currently active cigarette cigarettes users user use habitual products regular',
    ),
  },
  {
    phrase: 'telephone',
    needs: [wordSet('telephone phone')],
    may: wordSet('telephone phone access accessible home own number working reachable'),
  },
]

/** "Any condition that, in the opinion of the investigator, makes participation unsafe": any illness or reason at all. */
function doubtOf(words: readonly string[], kind: string): AskedRule | undefined {
  if (kind !== 'exclusion') return undefined
  const isJudged = words.some((word) => judges.has(word))
  const isAny = words.some((word) => anything.has(word) || unfit.has(word))
  const isHarm = words.some((word) => harm.has(word) || word === 'not')
  const isAll = words.every(
    (word) =>
      judges.has(word) ||
      anything.has(word) ||
      harm.has(word) ||
      doubtWords.has(word) ||
      filler.has(word) ||
      word === 'not',
  )
  return isJudged && isAny && isHarm && isAll
    ? { ask: 'set', phrase: 'doctorDoubts', isTurned: false }
    : undefined
}

const judges = wordSet(
  'opinion judgment judgement discretion judges judged judge determined determines considered considers deemed deems assessment believes believe investigator investigators physician researcher researchers doctor',
)
const anything = wordSet(
  'condition conditions disease diseases disorder disorders illness illnesses reason reasons abnormality abnormalities finding findings circumstance circumstances situation factor factors issue problem problems history treatment',
)
const unfit = wordSet('inappropriate unsuitable ineligible unfit')
const harm = wordSet(
  'interfere interferes interfering affect affects compromise compromises confound impair preclude precludes prevent prevents limit limits risk unsafe jeopardize jeopardizes unsuitable hinder influence contraindicate contraindicates complicate inappropriate ineligible poor unacceptable unlikely undesirable harm impact unfit hazardous exclude contraindication',
)
const doubtWords = wordSet(
  'other another serious significant clinically clinical medical psychiatric psychological physical mental social severe major chronic acute concomitant concurrent coexisting underlying uncontrolled unstable past prior current any surgical laboratory which where there safety safety safe safely patient result results interpretation interpret evaluation evaluations evaluate data conduct objectives endpoints efficacy comply compliance protocol requirements procedures complete completion increased undue put place pose make makes making render candidate suitable appropriate inclusion enrollment enrolled included drug product investigational medication administration follow up tolerate tolerating adherence integrity well being welfare best interest interests principal pi sub sponsor local treating designee site team opinion presence evidence such listed above mentioned not specifically participating otherwise unable considered being potentially adversely entry entering individual concerns related additional when participation participate consider considers deem deems deemed could might may per restriction restrictions recent following completing exclude excludes therapy feel feels believe believed hazard hazardous contraindication through fully ongoing existing performance such that researcher researchers doctor doctors thinks think regarded as administering receiving tolerability analysis assess assessments outcome outcomes endpoint quality ability cause caused causes expose exposes according',
)
