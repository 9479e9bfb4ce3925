import type { Topic } from './topic.ts'

/** Spoken of in the same words in what is asked for and in what keeps out. */
export const ofEither: readonly Topic[] = [
  {
    phrase: 'healthAllows',
    says: [
      /\b(?:life[- ]?(?:expectancy|span)|expected? (?:survival|lifespan|to (?:live|survive|die))|survival (?:of|time|expect\w*|less|more|greater)|surviv\w+ (?:of|for|at least|less|more|greater)|predicted survival|imminent death|moribund)\b/i,
    ],
    isAsked: true,
  },
  {
    phrase: 'noMri',
    says: [
      /\b(?:contra-?indicat\w*|unable|inability|incompatib\w*|impossib\w*|claustroph\w*|cannot|unsafe|prohibit\w*|preclud\w*|ineligib\w*|not safe)\b/i,
      /\b(?:f?MRI|CMR|MR imaging|magnetic resonance|claustroph\w*)\b/i,
    ],
    never:
      /\b(?:MRI|CMR|MR) (?:evidence|finding|show\w*)|\bCT or\b|\b(?:NIV|ventilat\w*|mask|CPAP|NIPPV)\b/i,
  },
  {
    phrase: 'otherStudyEver',
    says: [
      /\b(?:an?other|other|different|concurrent\w*|prior|previous\w*|any|recent\w*|simultaneous\w*)\b.{0,60}\b(?:clinical (?:trials?|stud(?:y|ies))|(?:investigational|interventional|drug|device|research|experimental|treatment|therapeutic) (?:stud(?:y|ies)|trials?|protocols?))\b|\b(?:participat\w+|enrol\w+|includ\w+|take part|involved)\b.{0,40}\b(?:an?other|other|different)\b.{0,40}\b(?:stud(?:y|ies)|trials?|protocols?)\b|\b(?:investigational|experimental|unlicensed|non-?registered)[\w /,-]{0,30}\b(?:drugs?|agents?|products?|devices?|compounds?|treatments?|therap(?:y|ies)|medications?|medicines?|vaccines?)\b.{0,80}\b(?:within|prior|before|during|past|last|days|weeks|months|previous\w*|half-?lives)\b|\b(?:investigational|experimental) (?:drugs?|agents?|products?|devices?|compounds?|treatments?|therap(?:y|ies)|medications?|medicines?)\W*$/i,
    ],
    never:
      /\b(?:hypersens\w*|allerg\w*|intoleran\w*|contra-?indicat\w*|this (?:\w+ )?(?:study|trial)|able|willing|consent)\b/i,
  },
  {
    phrase: 'prison',
    says: [
      /\b(?:incarcerat\w*|prison\w*|inmates?|in custody|detain\w*|depriv\w+ of (?:their )?(?:liberty|freedom)|court order\w*|order (?:by|of) .{0,30}court|legal detention)\b/i,
    ],
  },
  {
    phrase: 'guardianship',
    says: [
      /\b(?:guardianship|curatorship|tutelage|legal(?:ly)? (?:protect\w+|incompeten\w+)|protected adults?|adults? (?:under|subject to)|safeguard\w*.{0,12}justice|vulnerable (?:persons?|adults?|people|subjects))\b/i,
    ],
  },
  {
    phrase: 'bloodGiven',
    says: [
      /\btransfus\w*|\b(?:donat\w+|loss) (?:of )?(?:\W?\d+ ?ml )?(?:of )?(?:whole )?(?:blood|plasma|platelets)|\b(?:blood|plasma|platelet) donat\w*|\bdonated\b.{0,30}\b(?:blood|plasma)\b/i,
    ],
    never:
      /\b(?:reaction|refus\w+|object\w*|without|pre-?transfusion|functions?|values|willing\w*|able|agree\w*)\b/i,
  },
]

/** Spoken of in what keeps out. */
export const keepingOut: readonly Topic[] = [
  {
    phrase: 'badReaction',
    says: [
      /\b(?:allerg(?:y|ies|ic)|hypersensitiv\w*|intoleran(?:ce|t)|anaphyla\w*|sensitivity to|sensitive to|(?:adverse|severe|idiosyncratic|toxic) reactions? (?:to|with)|side effects)\b/i,
    ],
    never:
      /\ballergic (?:rhinit\w*|asthma|conjunctiv\w*|bronch\w*|dermat\w*|diseases?|disorders?|airway)|\b(?:exercise|glucose|cold|heat|activity|physical|orthostatic|insulin) intoleran\w*|\b(?:insulin|photo)[- ]?sensitiv\w*|\brhinit\w*|\bmultiple drug\b/i,
    isWhole: true,
  },
  { phrase: 'advisedAgainst', says: [/\bcontra-?indicat\w*/i], never: /\bcontracepti\w*/i },
  {
    phrase: 'transplant',
    says: [/\b(?:transplant\w*|allograft\w*|HSCT|ASCT|BMT)\b/i],
    never:
      /\b(?:ineligible|not eligible|transplant(?:ation)? cent(?:er|re)|hair|cornea\w*|fecal|faecal|islet)\b/i,
    isWhole: true,
  },
  {
    phrase: 'operationAhead',
    says: [
      /\b(?:plan\w*|schedul\w*|anticipat\w*|awaiting|waiting|candidates?|expect\w*|upcoming|intend\w*|elective|listed|need(?:ing|s)?|requir(?:es?|ed|ing)|requirement for)\b/i,
      /\b(?:surg\w+|operation\w*|procedures?|(?:surgical|percutaneous|coronary|operative) interventions?|revasculari[sz]\w*|ablation\w*|angioplast\w*|PCI|CABG|resection\w*|\w+ectom\w+|replacement|implantation|stenting|arthroplast\w*)\b/i,
    ],
    never:
      /\b(?:interfer\w*|suicid\w*|preclud\w*|confound\w*)|\b(?:study|immediate|medical|clinical|crisis) (?:procedures?|intervention)|\b(?:history|previous\w*|prior|after|post)\b/i,
  },
  {
    phrase: 'vaccine',
    says: [
      /\b(?:within|days?|weeks?|months?|last|recent\w*|plan\w*|schedul\w*|during|live|expect\w*|prior to|before)\b/i,
      /\b(?:vaccin\w+|immuni[sz]ation\w*)\b/i,
    ],
    never:
      /\b(?:reaction|allerg\w*|preventable|prior to vaccination|research project|HIV(?:-1)? vaccin\w*|vaccine (?:trial|study)|(?:evidence|symptoms) of)\b/i,
  },
  {
    phrase: 'tobacco',
    says: [/\b(?:smok\w+|tobacco|cigarettes?|nicotine|vap(?:e|ing)|pack[- ]years?)\b/i],
    never: /\bnon-?smok\w*|\bmoxibustion|\bsmoke (?:inhal|and)/i,
    isWhole: true,
  },
  {
    phrase: 'alcoholUse',
    says: [/\b(?:alcohol\w*|(?:cannabis|marijuana)(?: use)?|drinks? per (?:day|week))\b/i],
    never:
      /\b(?:abus\w*|misus\w*|dependen\w*|addict\w*|disorders?|problem\w*|alcoholi\w+|excess\w*|rehab\w*|withdrawal|alcohol[- ](?:based|free|containing|related)|non-?alcohol\w*|rub|wipes?|swab|illicit|opi\w+|cocaine|suspicion|liver|hepat\w+|treatment|seeking|detox\w*)\b/i,
  },
  {
    phrase: 'alcoholOrDrugs',
    says: [
      /\b(?:alcohol\w*|(?:drug|substance|opi(?:oid|ate)|cocaine|cannabis|marijuana)s?[ -](?:or \w+ )?(?:abuse|misuse|use|dependen\w*|addict\w*)|addict\w*|illicit|recreational|narcotic abuse|methadone|intravenous drug use\w*|injection drug use\w*|drug users?|substance (?:use|abuse))\b/i,
    ],
    never:
      /\b(?:alcohol[- ](?:based|free|containing)|non-?alcohol\w*|rub|wipes?|swab|suspicion|half-?li\w+|CYP\w*|inducers?|first drug use|study drug)\b/i,
  },
  {
    phrase: 'staff',
    says: [
      /\b(?:employ(?:ee|ees|ed|ment)|dependen(?:t|ce) (?:on|of|relation\w*)|subordinate\w*|students?)\b.{0,60}\b(?:sponsor|investigators?|sites?|cent(?:er|re)|company|institut\w+|NIH|NIMH)\b|\b(?:sponsor|investigator|site|NIMH|NIH)[\w ]{0,12}(?:employees?|staff|personnel)\b/i,
    ],
  },
  {
    phrase: 'careHome',
    says: [
      /\b(?:nursing homes?|institutionali[sz]\w*|long[- ]term care|hospice|care facilit\w+|skilled nursing|assisted living|residential (?:care|facility))\b/i,
    ],
    never: /\bdischarge\b/i,
  },
  {
    phrase: 'hiv',
    says: [/\b(?:HIV(?:-?[12])?|human immunodeficiency virus|AIDS)\b/i],
    never:
      /\b(?:hepatitis|HBV|HCV|HBs?Ag|autoimmune|vaccin\w*|prophylaxis|PrEP|hearing aids?|(?:HIV|retroviral)(?:[- ]\d)? (?:\w+ )?(?:therap\w*|treatment\w*|medications?|drugs?|inhibitors?)|protease|proteinase|(?:treatment|treated|therapy) with|AIDS[- ]defining|non-HIV|risk|exposure)\b/i,
  },
  {
    phrase: 'viralHepatitis',
    says: [/\b(?:hepatitis [BC]|HBV|HCV|HBs?Ag|anti-?HCV|viral hepatitis)\b/i],
    never:
      /\b(?:HIV\w*|human immunodeficiency|AIDS|hepatitis A|vaccin\w*|prophylaxis|(?:HBV|HCV|hepatitis [BC]) (?:therap\w*|treatment\w*)|antivirals?|(?:treatment|treated|therapy) with|risk|exposure)\b/i,
  },
  {
    phrase: 'hivOrHepatitis',
    says: [
      /\b(?:HIV(?:-?[12])?|human immunodeficiency virus|AIDS|hepatitis [BC]|HBV|HCV|HBs?Ag|anti-?HCV|(?:viral|chronic|acute) hepatitis)\b/i,
    ],
  },
  {
    phrase: 'cancer',
    says: [
      /\b(?:cancers?|malignan\w+|carcinoma\w*|tumou?rs?|neoplas\w+|lymphoma\w*|leuk[a]?emi\w*|melanoma\w*|sarcoma\w*|metasta\w+|myeloma\w*|glioma\w*|blastoma\w*)\b/i,
    ],
    never:
      /\b(?:tumou?r necrosis|anti-?(?:cancer|tumou?r|neoplas\w+)|therap\w*|treatment\w*|chemotherap\w*|radiat\w*|radiotherap\w*|surg\w+|biops\w+|resect\w*|inhibitors?|hypertension|hypertherm\w*|benign|risk|mutat\w*|express\w*|HER2|regimens?|rearrange\w*|amplif\w*|invad\w*|diameter|size|largest|paraneoplas\w*|hereditary|markers?)\b/i,
    isWhole: true,
  },
  {
    phrase: 'cancerTreatment',
    says: [
      /\b(?:chemotherap\w*|radiotherap\w*|radiation(?: therap\w*)?|irradiat\w*|(?:anti-?cancer|antineoplas\w*|anti-?tumou?r) (?:therap\w*|treatment\w*|drugs?|agents?)|checkpoint inhibitors?|(?:anti-?)?PD-?L?1|CTLA-?4|CAR-?T|brachytherap\w*)\b/i,
    ],
    never:
      /\b(?:exposure to ionizing|radiation exposure|radiation worker|candidates?|sun|plan\w*|schedul\w*|intend\w*|require[sd]?|requiring|need\w*|will|express\w*|pneumonitis|esophagitis|enteritis|proctitis|cystitis|preclud\w*|no more than|fewer|indicat\w*|(?:in)?eligib\w*|suitab\w*|contra-?indicat\w*|history (?:or|and) (?:the )?presence)\b/i,
  },
  {
    phrase: 'infection',
    says: [
      /\b(?:infect\w+|sepsis|septic|tubercul\w+|bacter\w+|viral|virus\w*|COVID\w*|SARS-CoV\w*|influenza|abscess\w*|pneumonia|fung(?:al|us)\w*|herpes\w*|syphilis|sexually transmitted|malaria|parasit\w+|cytomegalovirus|CMV|osteomyelitis|shingles|zoster)\b/i,
    ],
    never: /\bnon-? ?infect\w*|\b(?:therapy|treatment) (?:for|of)\b/i,
  },
  {
    phrase: 'implant',
    says: [
      /\b(?:pacemaker\w*|defibrillator\w*|implant(?:s|ed|able)?|prosthe\w+|metal(?:lic)?\w*|stents?|shunts?|pumps?|neurostimulator\w*|stimulators?|hardware|clips?)\b/i,
    ],
    never:
      /\b(?:contracept\w*|intrauterine|dental implant|proton|breast pump|ejection|heavy metals?|this|type of|interfer\w*|candidates?|indicat\w*|different metals|study|trial|need\w*|stent (?:thrombosis|placement))\b/i,
  },
  {
    phrase: 'operationBefore',
    says: [
      /\b(?:previous\w*|prior|past|history|had|undergone|underwent|recent\w*|last|since|operated|after|within)\b|^\W*(?:\w+ ){0,2}surgery\W*$/i,
      /\b(?:surg(?:ery|eries|ical)|operations?|operated|\w+(?:ectomy|ectomies|plasty|plasties|ostomy)|bypass|grafting|PCI|CABG)\b/i,
    ],
    never:
      /\b(?:plan\w*|schedul\w*|requir\w*|need\w*|indicat\w*|candidates?|awaiting|suitab\w*|amenable|during|intra-?operative|emergency|preclud\w*|complicat\w*|insur\w*|possibly|non|asplenia|app|impending|limitations?|intend\w*|tumou?rs?|sarcoma|biops\w*|cancer|litigation|ineligible|unsuitable|likely|disorders?|ventilation|physicians?|preoperative|failed|injury)\b/i,
    most: 130,
  },
  {
    phrase: 'doctorDoubts',
    says: [
      /\b(?:any|other|conditions?|disease\w*|illness\w*|problems?|reasons?|factors?|circumstances?|disorders?)\b/i,
      /\b(?:interfer\w+|confound\w*|compromis\w+|jeopardi[sz]\w+|preclud\w+|hinder\w*|imped\w+|limit\w*|prevent\w*|unsuitab\w+|inappropriate|unsafe|increase\w* (?:the )?risk|at (?:increased |undue )?risk|affect\w*)\b/i,
      /\b(?:stud(?:y|ies)|trial|participa\w+|protocol|results?|evaluation|assessment\w*|data|outcomes?|safety|complian\w*|complet\w+|follow-?up|interpretation|accuracy|measurement\w*)\b/i,
    ],
    never: /\b(?:medications?|drugs?|therap\w*|treatment\w*|agents?|supplements?)\b/i,
  },
]
