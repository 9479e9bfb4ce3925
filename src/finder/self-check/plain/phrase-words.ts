import { wordSet } from './word-sets.ts'

/** The words with which a consent is said. */
export const consentWords = wordSet(
  `
    consent consents consenting assent assents inform informed written write sign signs signed signing signature
    sign provide provides provided providing give gives given giving obtain obtained obtaining date dated agree
    agrees agreed agreement participate participates participation participating take part prior before start
    beginning initiation procedure procedures specific screening enrollment enrolled inclusion parent parents
    parental legal legally guardian guardians representative representatives authorized acceptable authorised
    own behalf caregiver surrogate irb iec ec ethics committee approved institutional review board independent
    understand understands understanding read reads having comprehend comprehends purpose risks nature details
    information explained explain being after accordance gcp ich guidelines local regulations requirements any
    related activities performed form icf forms voluntarily personally person understood explanation verbal oral
    decision next kin relative relatives related proxy sheet applicable appropriate required requirement express
    free clinical fully decide make valid provision provisions provide competent gave expressed entering entry
    performance participated participating witnessed accept accepts accepted accepting themselves themself
    through legislation admission according include includes listed below conditions condition objective
    objectives aim aims content contents conducted undertaken performing carried out minor minors child children
    family physically mentally subject first implementation initiated started enrol registration sampling
    voluntariness knowingly explicit documented been he complete completed guardianship carer legal tutor tutors
    understood language native nature purposes trials when one both national local law laws privacy hipaa hippa
    authorization authorizations members member consented ethical designated spouse digital electronic
    electronically care standard considered approval baseline authorised aware formal enter entering up case
    explanations assessor instructions associated instruction detailed deferred national regulatory country
    protection personal data method methods study-related research-related nominee adolescent adolescents
    appropriately assessments assessment protocol indicating those following full whose state lar per time
    writing himself herself possible locally period either availability evidenced where aspect aspects adverse
    reaction reactions entire reason reasons agreeing prospective reviewed grant granted permission permissions
    investigation investigations received proposed qualification regional evidence point pertinent accompanying
    available holder conduct witness witnesses component components corresponding adequate adequately thorough
    presence permit preliminary soon position declare declares respective specified main such various obtainable
    current federal reb confirmed initial regarding design wiling concept declaration accompanied represented
    routinely experimental execute executed absent absence disclosure sought trust interventional offer offered
    want wants hosting significance majority qualified copy underage principal cognitively competent ic
    initiating completing under intervention deferred explanation sponsor host initiated undertaking assure
    proper properly autonomous autonomously free handwritten electronically language document documents mandated
    contents aware potential benefit benefits foreseeable discomforts obligations rights right significance
    meaning importance statement statements completed joining join entered continue continued involvement
    questions answered opportunity ask sufficient time consider ethical ethically nonstandard non standard
    conducting usual routine sufficiently experiment experiments trail trails outlined comprehending analyses fda
    nci ohrp orally
  `,
)
/** The words with which it is said that one does as a study asks. */
export const complyWords = wordSet(
  `
    comply complies compliance compliant adhere adheres adherence cooperate cooperates cooperation cooperative
    follow follows following protocol procedure procedures visit visits requirement requirements instruction
    instructions schedule scheduled schedules up follow treatment treatments plan plans restriction restrictions
    assessment assessments complete completes completing test tests testing laboratory examination examinations
    attend return returns clinic other required planned planning related specified program regimen regimens
    medication agree agrees participate participation throughout duration entire full whole during period stated
    availability available demonstrated reliably adequately followup regular lifestyle considerations time
    commitment undergo perform evaluations evaluation measures investigational poor understand understanding
    site commit committed necessary rules demands uncooperative noncooperation bad follow procedures expected
    non low limitations limitation restrictions listed remain fully described appointments appointment sessions
    session accepting accept post operative postoperative directions guidelines guideline opinion investigator
    judgment judge judged investigators poor expected risk clinical long term trials deemed considered physician
    reason reasons other their attending participating returning return come weekly daily compliance likely
    rigorously strictly outlined caregiver caregivers researcher researchers communicate finish guardian
    guardians parent parents successfully order diary diaries activity activities determined regularly confined
    confinement unit good scheduled questionnaires questionnaire meet meets meeting complying adhering
    postoperative management rehabilitation dosing fulfil fulfill intend fully investigation investigations pre
    per design unreliability unreliable reliable reliability obvious about uncertainty daily record card
    electronic finish continue continued center centre hospital study-specific specified phone calls entirety
    outpatient out patient staff team fasting contact willingly site sites geographically proximity stable
    telephone interview interviews contact exam exams using assigned ediary being ensure completion suitable
    logistic feasibility according defined course availability assessed data collection entire subsequent
    faithfully prescribed execution routinely our traveling travel
  `,
)
