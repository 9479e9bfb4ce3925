import type { SetPhrase } from '../../../words/language/asked.ts'
import { complyWords, consentWords } from './phrase-words.ts'
import { wordSet } from './word-sets.ts'

/** The words with which criteria say one set phrase. */
interface Bag {
  readonly phrase: SetPhrase
  /** One word of each must be there. */
  readonly needs: readonly ReadonlySet<string>[]
  readonly may: ReadonlySet<string>
  /** True where a time may be said with it. */
  readonly isTimed?: true
}

/** The set phrases, in the order in which they are tried. */
export const phraseBags: readonly Bag[] = [
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
      wordSet('study trial trail research protocol investigation studies trials trails'),
      wordSet(
        'participate participation participating participated enrolled enrollment enrolling involved involvement included inclusion concurrent simultaneous another other concomitant',
      ),
    ],
    may: wordSet(
      `
    participate participates participation participating participated participant enroll enrolled enrollment
    enrolling involved involvement included inclusion concurrent concurrently simultaneous simultaneously
    another other others concomitant clinical interventional investigational drug drugs device devices medical
    biomedical therapeutic current currently already ongoing present previous previously prior same time active
    treatment treatments intervention different new experimental product agent actively medicine being research
    protocol protocols medicinal products medication medications therapy therapies simultaneous parallel
    additional trials project experiment into going involving involve biologic biological pharmacological enrol
    enrolment taking part pharmaceutical vaccine studying intervention interventions surgical procedure
    procedures testing test using use in which were been concomitantly receiving received receives receive
    during period periods marketed unmarketed exposed anticipated planning plan plans planned randomized
    randomised registry members throughout admitted year therapeutic taken taking approved unapproved include
    includes consecutive entity molecular chemical interventions protocols involved currently already where
    whichever longer half life lives 5 new first last dose agents investigative completed program imp
    researcher performed recipient human compound next scheduled those receipt received have first screening
    actively active investigation investigations ongoing concurrently unrelated trail trails
  `,
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
        'prisoner incarcerated imprisoned inmate custody deprived detained imprisonment detention prison jail',
      ),
    ],
    may: wordSet(
      `
    prisoner prisoners incarcerated imprisoned deprived liberty freedom detained imprisonment administrative
    judicial decision order court compulsorily law legal detention currently involuntarily prison jail status
    persons prisons self report known suspected inmate inmates correctional custody police confined
    institutionalized judicially individuals
  `,
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
      `
    guardianship curatorship tutelage tutorship trusteeship under legal protection protected protective
    safeguard justice law measure measures judicial court curator curators adult major persons placed subject
    benefiting other form regime tutor supervision vulnerable conservatorship conservator guardian deprived
    liberty freedom without adults
  `,
    ),
  },
  {
    phrase: 'staff',
    needs: [
      wordSet('employee employees staff personnel member relative relatives family employed'),
      wordSet('investigator sponsor site center institution clinic company cro team'),
    ],
    may: wordSet(
      `
    employee employees staff personnel member members relative relatives family immediate first degree close
    employed investigator investigators sponsor sponsors site sites center centre institution clinic company cro
    team directly involved conduct otherwise dependent spouse children sibling parent related affiliated
    participating investigational supervised directly study coordinator coordinators students student
    subordinates subordinate dependents dependent household research contract organization working partner
    partners involvement role pharmaceutical research team teams their household first degree second siblings
    parents hospital medical contractors contractor subinvestigator sub investigators coordinator affiliates
    directly currently
  `,
    ),
  },
  {
    phrase: 'insurance',
    needs: [wordSet('insurance security affiliated beneficiary beneficiaries coverage insured')],
    may: wordSet(
      `
    health care insurance medical social security affiliated affiliation beneficiary beneficiaries benefiting
    covered coverage insured system scheme regime plan french national member belonging recipient under entitled
    assured standard up date policy france healthcare applicable public private insurances valid rights right
    covered by universal member
  `,
    ),
  },
  {
    phrase: 'contraception',
    needs: [wordSet('contraception contraceptive contraceptives birth')],
    may: wordSet(
      `
    contraception contraceptive contraceptives method methods measure measures birth control effective highly
    adequate reliable acceptable appropriate safe medically accepted use uses using used agree agrees practice
    practicing practise female females woman women male males men childbearing child bearing potential age
    reproductive fertile sexually active during throughout duration participation period partners partner their
    willing form forms means type barrier hormonal least one two approved efficient sufficient medical proper
    suitable premenopausal reproduction adhere follow requirement requirements employ while participating
    receive fda approved ensure able fertility protocol defined determined investigator consistent locally
    regulations guidelines participants partner take avoid employing consent required throughout trial practice
    practise must 2 3 4 5 6 7 8 9 10 12 14 16 24 28 30 60 90 120 180 six three four five week weeks month months
    day days year years after last final dose drug product investigational medicinal treatment dosing thereafter
    following completion end until therapy signing sexual intercourse active condom condoms abstinence abstain
    abstinent true pill pills patch place stable through continue prevent procedures procedure clinical
    afterwards afterward local law laws heterosexual both well from time informed consent form screening visit
    follow up followup who sterilized surgically post menopausal postmenopausal additional receiving enrollment
    initiation discontinuation discontinuing administration medication device iud intrauterine oral implant
    implants failure rate per maintained maintain same starting start beginning those whose agreement comply
    specified entire such listed minimum single double combination continuous include wocbp focbp sex activity
    course either sexual entry patients documented requirements prevention need consistently correctly correct
    regular regularly hormonal copper coil cap diaphragm spermicide spermicidal foam gel jelly film suppository
    ring injection injections injectable implanted implantable transdermal combined vasectomized vasectomised
    lifestyle preferred usual pre established strictly surgical
  `,
    ),
  },
  {
    phrase: 'negativePregnancyTest',
    needs: [wordSet('pregnancy'), wordSet('test tests'), wordSet('negative')],
    may: wordSet(
      `
    negative pregnancy test tests result serum urine blood screening baseline visit female females woman women
    childbearing child bearing potential age reproductive fertile prior before enrollment inclusion
    randomization entry study day within treatment hcg highly sensitive wocbp first dose start time at capable
    premenopausal upon registration menarche reached test 25 iu ml sensitivity confirmed confirm after
    menarcheal documented two must inclusion dosing drug administration initiation visits first postmenarchal
    available local laboratory quantitative beta human chorionic gonadotropin barring capabilities capability 0
    1 2 3 7 10 14 28 results sample samples human results applicable must performed repeated repeat
    randomisation initial week weeks 72 hours 24 48 highly obtain have documentation documentation dosing days
    hours each a before every surgery procedure mri urinary dipstick baseline inclusion first
  `,
    ),
  },
  {
    phrase: 'childbearing',
    needs: [wordSet('childbearing bearing wocbp')],
    may: wordSet(
      'woman women female females childbearing child bearing potential age wocbp sexually active currently',
    ),
  },
  {
    phrase: 'adequateOrgans',
    needs: [
      wordSet('adequate normal acceptable good sufficient satisfactory'),
      wordSet('function functions reserve'),
      wordSet('organ marrow hematologic hepatic renal liver kidney hematological'),
    ],
    may: wordSet(
      `
    adequate normal acceptable good sufficient function functions functioning organ organs marrow bone
    hematologic hematological haematological hepatic renal liver kidney major vital end system reserve important
    main meet following requirements criteria defined below described indicated demonstrated evidenced blood
    heart cardiac lung baseline screening protocol laboratory values value test tests results parameters shown
    described criteria coagulation satisfactory functional status enrollment time hematology biochemical
    evidence hepatorenal key obtained confirmed days day cycle 7 10 14 21 28 within treatment first dose
    enrollment per following determined documented registration measured evaluated
  `,
    ),
  },
  {
    phrase: 'measurable',
    needs: [wordSet('measurable'), wordSet('disease lesion tumor lesions')],
    may: wordSet(
      `
    there investigator radiographically intracranial radiological bidimensionally outside irradiated field site
    sites solid computed tomography extracranial mrecist modified irecist lugano rano measured measure longest
    diameter measurable disease lesion lesions tumor tumour tumors least one 1 per recist v1 1.1 v1.1 version
    criteria according defined by based evaluable target presence response evaluation solid radiologically ct
    mri scan assessed determined using imaging v 0 1
  `,
    ),
  },
  {
    phrase: 'swallow',
    needs: [
      wordSet('swallow'),
      wordSet('tablet tablets pill pills capsule capsules oral medication medications'),
    ],
    may: wordSet(
      `
    swallow swallowing tablet tablets pill pills capsule capsules oral orally medication medications whole drugs
    drug administered take medicine intact retain study treatment drug drugs study formulation formulations
    solid investigational product products form forms medicines dosage administration effectively normally
    orally safely
  `,
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
      `
    healthy good general overall health volunteers volunteer male female males females males, adult adults
    status condition generally newborn newborns child children apparently physically mentally judged determined
    medical history physical examination laboratory tests test ecg vital signs electrocardiogram 12 lead
    investigator findings clinical based assessed assessment by evaluation screening
  `,
    ),
  },
  {
    phrase: 'smoking',
    needs: [wordSet('smoker smokers smoking smoke smokes tobacco')],
    may: wordSet(
      'smoker smokers smoking smoke smokes tobacco current currently active cigarette cigarettes users user use habitual products regular still cigarettes ',
    ),
    isTimed: true,
  },
  {
    phrase: 'telephone',
    needs: [wordSet('telephone phone')],
    may: wordSet(
      'telephone phone access accessible home own number working reachable cell mobile cellphone contacted contact reached via',
    ),
  },
]
