import type { Topic } from './topic.ts'

/** Spoken of in what is asked for, or in what keeps out where it is not so. */
export const asking: readonly Topic[] = [
  {
    phrase: 'negativePregnancyTest',
    says: [/\bpregnancy test\w*/i, /\bnegative\b/i],
  },
  {
    phrase: 'contraception',
    says: [/\b(?:contracepti\w*|birth control|condoms?|intrauterine device|abstinen\w*)\b/i],
    never: /\b(?:alcohol|smok\w*|drug abstinen\w*|opioid|oral contraceptives?|since)\b/i,
  },
  {
    phrase: 'childbearing',
    says: [/\b(?:child-?\s?bearing|WOCBP)\b/i],
  },
  {
    phrase: 'menopause',
    says: [/\b(?:(?:post|peri)-?\s?menopaus\w*|menopausal status|amenorrh\w+)\b/i],
    never: /\bpremenopausal\b|\bpre-?\s?(?:and|or)\b/i,
  },
  {
    phrase: 'consent',
    says: [
      /\b(?:informed consent|consent (?:form|to)|assent|signed consent|written consent|give consent|sign(?:ed|s)? (?:the|an?) (?:ICF|consent))\b/i,
    ],
    never: /\b(?:time of|prior to|before|after|until|from|since)\b.{0,25}consent/i,
  },
  {
    phrase: 'studyLanguage',
    says: [
      /\b(?:speak\w*|reads?|reading|literate|illitera\w*|literacy|fluen\w*|understand\w*|communicat\w*|native|proficien\w*|linguistic\w*|language)\b/i,
      /\b(?:languages?|arabic|chinese|danish|dutch|english|french|german|italian|japanese|korean|norwegian|portuguese|spanish|swedish|literate|illitera\w*|linguistic\w*|read)\b/i,
    ],
    never:
      /\b(?:language (?:delay|disorder|impairment)|aphasia|reading (?:center|centre)|deficits)\b/i,
  },
  {
    phrase: 'internet',
    says: [
      /\b(?:internet|wi-?fi|smart-?phones?|smart device|cell(?:ular)? phones?|mobile phones?|e-?mail|computers?|tablet (?:computer|device)|telephones?|phones?|video ?conferenc\w*|web-?cam)\b/i,
    ],
    never: /\b(?:computed|phone (?:screen|interview|call|follow)|computeri[sz]ed|vision|visual)\b/i,
    most: 220,
  },
  {
    phrase: 'questionnaires',
    says: [
      /\b(?:questionnaires?|diar(?:y|ies)|e-?diary|surveys?|interviews?)\b/i,
      /\b(?:complet\w+|fill\w*|answer\w*|able|respond\w*|willing\w*|understand\w*|unable|inability)\b/i,
    ],
    never: /\b(?:diagnostic interview|will undergo|must undergo)\b/i,
    most: 220,
  },
  {
    phrase: 'liveNear',
    says: [
      /\b(?:liv(?:e|es|ing)|resid\w+|domicil\w*|stay\w*)\b/i,
      /\b(?:within \d+ ?(?:miles|km|kilomet\w+|minutes|hours)|near|close to|(?:in|within) (?:the )?(?:\w+ ){0,3}(?:area|region|city|district|vicinity|catchment|county)|distance)\b/i,
    ],
    never: /\b(?:nursing|institution\w*|alone|independent\w*|days of|lived with|leaving)\b/i,
    most: 160,
  },
  {
    phrase: 'insurance',
    says: [
      /\b(?:health ?insur\w*|insur(?:ance|ed)|social security|medicare|medicaid|(?:state )?medical assistance)\b/i,
    ],
  },
  {
    phrase: 'swallow',
    says: [/\bswallow\w*|\b(?:take|tolerate|taking) (?:\w+ )?oral\w*/i],
    never: /\b(?:deficits|disturbance|dysphagia)\b/i,
  },
  {
    phrase: 'walk',
    says: [/\b(?:walk\w*|ambulat(?:e|ory|ing|ion)|6MWT|6MWD|gait aid|wheelchair)\b/i],
    never:
      /\b(?:ambulatory (?:blood|BP|monitor\w*|care|ECG|patients?|surgery)|walking (?:program|distance|test))\b/i,
  },
  {
    phrase: 'effectsOver',
    most: 220,
    says: [
      /\b(?:recover(?:ed|y)|resol(?:ved|ution))\b/i,
      /\b(?:from|of|to)\b/i,
      /\b(?:surg\w+|therap\w*|treatment\w*|toxicit\w*|chemotherap\w*|adverse|effects|grade|radiat\w*)\b/i,
    ],
    never: /\b(?:history of|cancer in|carcinoma)\b/i,
  },
  {
    phrase: 'comply',
    says: [
      /^\W*(?:(?:patients?|subjects?|participants?|individuals?|volunteers?|were|was|must|be|being|are|is|should|who|and|the|to|have|has|those|physically|mentally|women|any|an?)\s+){0,7}(?:not )?(?:able|willing\w*|ability|agree\w*|commit\w*|unable|inability|unwilling\w*|refus\w+|cannot|incapab\w*)\b/i,
      /\b(?:undergo\w*|perform\w*|complet\w+|tolerat\w+|attend\w*|provid\w+|maintain\w*|wear\w*|return\w*|follow\w*|participat\w*|remain\w*|adhere\w*|submit\w*|discontinue\w*|stop\w*|refrain\w*|abstain\w*|visits?|follow-?up|procedures?|requirements|examinations?|lie|compl(?:y|iance)|cooperat\w*)\b/i,
    ],
    never:
      /\b(?:without (?:assistance|help)|resect\w*|amenable|standard|donor|therap\w*|chemotherap\w*|pregnan\w*|conceive)\b/i,
    most: 220,
  },
  {
    phrase: 'cameBack',
    most: 150,
    says: [
      /\b(?:relaps\w*|refractory|recurren\w*|progress(?:ed|ion|ive|ing)|resistant|fail(?:ed|ure) (?:of|to respond|at least|prior|previous|conservative|on|after|standard|first)|non-?respon\w*|inadequate(?:ly)? respon\w*|insufficient respon\w*|unresponsive)\b/i,
    ],
    never: /\b(?:no|not|without|absence|never|heart failure|relapsing[- ]remitting|free)\b/i,
  },
  {
    phrase: 'measurable',
    most: 300,
    says: [
      /\b(?:measur(?:able|ably)|RECIST|evaluable|target lesions?)\b/i,
      /\b(?:disease|lesions?|tumou?rs?|RECIST|metasta\w*|mass(?:es)?)\b/i,
    ],
    never:
      /\b(?:HIV|viral|no measurable|non-?measurable|may have|only one|response|not (?:be|acceptable|considered|required|necessary|a necessity|eligible)|sole|without|ineligible)\b/i,
  },
  {
    phrase: 'geneTest',
    most: 220,
    says: [
      /\b(?:mutations?|mutated|genotyp\w*|genetic(?:ally)?|HLA|alleles?|karyotyp\w*|wild-?type|EGFR|KRAS|BRAF|ALK|BRCA\w*|translocation|rearrangement|gene (?:variant|fusion|deletion|amplification)s?|variants? in|chromosom\w*|Philadelphia)\b/i,
    ],
    never: /\b(?:reading frame|no|not|without|absence|negative|if|vaccine|wild-?type)\b/i,
  },
  {
    phrase: 'spread',
    most: 260,
    says: [
      /\b(?:metasta\w+|stage (?:IV|4)|distant|locally[- ]advanced|extrahepatic (?:disease|spread)|M[01]\b|T[1-4][a-c]?\b.{0,12}\bN|advanced (?:solid )?(?:tumou?rs?|cancers?|carcinoma\w*|malignan\w+))\b/i,
    ],
    never:
      /\b(?:non[- ]?metasta\w*|no (?:evidence of )?(?:distant )?metasta\w*|M0|N0M0|ULN|AST|ALT|corticosteroids?|biops\w*|without|setting|free of|received|regimens?|(?:therap\w*|treat\w*) (?:for|with)|at risk|negative|absence|no|not (?:have|be|metasta\w*))\b/i,
  },
  {
    phrase: 'sample',
    most: 260,
    says: [
      /\b(?:confirm\w*|prove[nd]|documented|verif\w*|diagnos\w*|evidence|established)\b/i,
      /\b(?:histolog\w+|histopatholog\w+|cytolog\w+|patholog(?:y|ic|ical|ically)\b|biops(?:y|ies|ied))/i,
    ],
    never:
      /\b(?:willing\w*|agree\w*|amenable|pathologic (?:fracture|jaundice)|accessible|safe\w*|able)\b/i,
  },
  {
    phrase: 'cancerTreatment',
    says: [
      /\b(?:chemotherap\w*|radiotherap\w*|radiation therap\w*|irradiat\w*|anti-?cancer (?:therap\w*|treatment\w*))\b/i,
    ],
    never:
      /\b(?:plan\w*|schedul\w*|fit|candidates?|(?:in)?eligib\w*|(?:un)?suitab\w*|will|to (?:receive|undergo|be treated)|amenable|availab\w*|intend\w*|indicat\w*|appropriate|not|never|without|refus\w*|naive|naïve|in need of|requir\w*|undergoing|during|at start|start\w*|begin\w*|initiat\w*|unless)\b|\bno\b(?! more)/i,
  },
  {
    phrase: 'operationAhead',
    most: 220,
    says: [
      /\b(?:plan\w*|schedul\w*|candidates?|undergo(?:ing)?|indicat\w*|elective|awaiting|listed|requir(?:es|ing|ed)|intend\w*)\b/i,
      /\b(?:surg\w+|operation\w*|(?:surgical|elective|invasive|endoscopic) procedures?|(?:surgical|percutaneous|coronary|operative) interventions?|ablation\w*|angioplast\w*|PCI|CABG|\w*resection\w*|\w+ectom\w+|replacement|implantation|stenting|\w+plast(?:y|ies)|\w*scop(?:y|ic|ies)|fusion|transplant\w*|catheteri[sz]ation|an[a]?esthesia)\b/i,
    ],
    never:
      /\b(?:study procedures?|preclud\w*|medically unfit|no intention|not requiring|not (?:a )?candidates?|non-?surgical|previous\w*|prior|after|have undergone|already)\b/i,
  },
  {
    phrase: 'operationBefore',
    most: 160,
    says: [
      /\b(?:after|post-?|undergone|underwent|had|prior|previous\w*|since|following|history of|status post|have had)\b/i,
      /\b(?:surg(?:ery|ical)\w*|operation\w*|\w*resection|\w+(?:ectomy|plasty)|bypass|PCI|CABG)\b/i,
    ],
    never:
      /\b(?:pregnan\w*|inten\w+|plan\w*|amenable|not|never|without|no (?!more)\w+|tumou?rs?|sarcoma|biops\w*|cancer|weeks after|litigation|ineligible|unsuitable|likely|disorders?|ventilation|physicians?|preoperative|injury|progression|initiation|amend\w*|interfer\w*|consistent)\b/i,
  },
  {
    phrase: 'stable',
    most: 220,
    says: [
      /\b(?:stable|stably|unchanged|stability|no (?:change|adjustment)s?)\b/i,
      /\b(?:dos\w+|medic\w+|therap\w*|treatment\w*|condition|disease|clinical\w*|regimen|symptoms|weeks|months|days|status)\b/i,
    ],
    never:
      /\b(?:unstable|not (?:have )?respond\w*|relationship|residen\w*|housing|an?gina|h[a]?emodynamic\w*|stable (?:home|address))\b/i,
  },
  {
    phrase: 'adequateOrgans',
    says: [
      /\b(?:adequate|normal|acceptable|sufficient|within (?:the )?normal|preserved|good)\b/i,
      /\b(?:organs?|marrow|liver|hepatic|renal|kidneys?|h[a]?ematolog\w*|cardiac|pulmonary) functions?\b|\b(?:liver|kidney|renal|hepatic) functions?\b/i,
    ],
  },
  {
    phrase: 'bloodPressure',
    says: [/\b(?:blood pressure|BP|SBP|DBP|systolic pressure|hypertensive)\b/i],
    most: 260,
  },
]
