import type { BodyPart } from '../../../words/language/asked.ts'

/** Where in the body the problems are that a text speaks of, by the stems of medicine; in the order of this list, each once. */
export function bodyPartsIn(text: string): readonly BodyPart[] {
  const bare = text.replaceAll(ofNoProblem, ' ')
  return stems.flatMap(([part, said]) => (said.test(bare) ? [part] : []))
}

/** Words with a stem that is of no problem there: "cardiopulmonary bypass", "blood pressure", "intervention". */
const ofNoProblem =
  /\b(?:non-? ?\w+|intervent\w*|convent\w*|prevent\w*|event\w*|ventral\w*|heart rate|blood (?:pressure|tests?|samples?|draws?|products?|donat\w*|glucose|sugar|cultures?|levels?)|birth\w*|skin (?:tests?|pricks?)|by mouth|liver enzymes|eye drops|cardiologist\w*|neurologist\w*|mental health (?:professional|provider)s?|breathing tubes?|head of|sleep medicines?)\b/gi

/** Each with the stems that name it and nothing else. */
const stems: readonly (readonly [BodyPart, RegExp])[] = [
  [
    'heart',
    /\b(?:cardi(?:ac|o\w*)|(?:peri|myo|endo)cardi\w*|heart|coronar\w+|aort\w+|aneurysm\w*|atri(?:al|oventricular)|ventricul(?:ar\b(?! shunt| catheter| dilation)|\w+ tachy\w*)|arr?hythm\w*|tachycard\w*|bradycard\w*|infarct\w*|ischa?emi[ac]\w*(?! optic)|valv(?:e|ular)\w*|mitral|tricuspid|hypertensi(?:on|ve)|hypotensi\w+|vascular|angina|thrombos[ie]s|thromboembol\w*|embolism|vascul(?:itis|opath\w*)|artery|arteries|arterial(?! blood gas)|venous|veins?|varic\w+|carotid|QT\w*|av block|bundle branch|orthostatic\w*|syncope)\b/i,
  ],
  [
    'lungs',
    /\b(?:pulmon\w+|lungs?|respirat\w+|bronch\w+|pneumo(?!cyst|cocc|vax)\w+|asthma\w*|copd|emphysema|apn(?:o)?ea\w*|dyspn(?:o)?ea|airway\w*|pleur\w+|hypox\w+|hypercapn\w+|mechanical(?:ly)? ventilat\w+|oxygen therapy|cough)\b/i,
  ],
  [
    'liver',
    /\b(?:liver|hepat(?:ic\w*|o(?!logist)\w+)|cirrho\w+|bili?ary|cholesta\w+|cholangi\w+|gall ?(?:bladder|stones?)|bile|ascites|jaundice|child-pugh|steato\w+|portal hypertension)\b/i,
  ],
  [
    'kidneys',
    /\b(?:kidneys?|renal|nephr\w+|dialy\w+|bladder|urin(?:ary|ation)\w*(?! (?:test|sample|pregnancy))|ureter\w*|urethr\w+|glomerul\w+|ha?emodialysis|proteinuria|ha?ematuria|incontinen\w+)\b/i,
  ],
  [
    'brain',
    /\b(?:brain|cerebr\w+|neuro(?!endocrin|psych)\w+|intracran\w+|seizure\w*|epilep\w+|convuls\w+|strokes?|parkinson\w*|mening\w+|mye?lopath\w+|spinal cord|encephal\w+|cns|central nervous|nervous system|nerves?|sclerosis|dystoni\w*|dyskinesi\w*|tremor\w*|migraine\w*|headaches?|paralys\w+|pares[ie]s|hemipleg\w*|coma|concussion\w*|head (?:injur\w+|trauma))\b/i,
  ],
  [
    'memory',
    /\b(?:cognit\w+|dement\w+|alzheimer\w*|memory|delirium|intellectual\w*|learning disab\w+|mental(?:ly)? retard\w*|mental(?:ly)? (?:incap\w+|incompet\w+|impair\w+))\b/i,
  ],
  [
    'mind',
    /\b(?:psychiatr\w+|psychot?\w*(?:sis|ses|tic)|psychopath\w+|psycholog\w+|schizo\w+|bipolar|depress(?:ion|ive|ed)(?! respir)|suicid\w+|mania|manic|mental(?:ly)? (?:illness\w*|disorders?|health|ill|disease\w*)|anxiety|panic|autis\w+|adhd|personality disorder\w*|eating disorder\w*|mood|ptsd|post-?traumatic stress)\b/i,
  ],
  [
    'eyes',
    /\b(?:eyes?(?! movement)|ocular|ophthalm\w+|retin(?:a|al|opath\w*|itis)\w*|macul(?:a|ar)\b|cornea\w*|cataract\w*|glaucom\w+|uveitis|optic (?:nerve|neur\w+)|vision|visual(?!i[sz])|vitre\w+|intraocular|conjunctiv\w+|keratitis|amblyop\w+|strabism\w+|lens)\b/i,
  ],
  ['ears', /\b(?:hearing|deaf\w*|ears?|otitis|tinnitus|vestibul\w+|cochlea\w*)\b/i],
  [
    'skin',
    /\b(?:skin|cutaneous|dermat(?!olog(?:ist|ists))\w+|eczema\w*|psoria\w+|urticaria\w*|rash\w*|acne|scars?|keloid\w*|photosensitiv\w*|(?:non-?healing|open|chronic) wounds?|angio-?edema|alopecia)\b/i,
  ],
  [
    'gut',
    /\b(?:gastr(?:ic|itis|o(?!stomy tube)\w*)|stomach|bowel|intestin\w+|colitis|colon(?!oscop|i[sz])\w*|crohn\w*|o?esophag\w+|pancrea\w+|malabsorp\w+|diarrh\w+|vomit\w*|constipat\w*|peptic|ulcerative|duoden\w+|rectal|rectum|(?<!dis[ck] )hernia(?!t)\w*|ileus|celiac|coeliac|abdomin\w+|short gut|dysphag\w+|reflux)\b/i,
  ],
  [
    'hormones',
    /\b(?:\w*thyroid\w*|diabet\w+|endocrin\w+|adrenal\w*|adrenocort\w+|pituitar\w+|cushing\w*|hypoglyc\w+|hyperglyc\w+|ketoacid\w+|hypogonad\w+|insulin[- ]dependent|parathyr\w+)\b/i,
  ],
  [
    'defences',
    /\b(?:auto-?immun\w*|immuno?(?:deficien|suppress(?:ed|ion)|compromis)\w*|immune (?:deficien\w+|disease\w*|disorders?|system)|lupus|rheumat(?!olog(?:ist|ists)\b)\w+|graft[- ]versus[- ]host|gvhd)\b/i,
  ],
  [
    'blood',
    /\b(?:bleed\w*|ha?emorrhag\w*|coagulopath\w*|ha?emophil\w+|coagulation disorders?|ana?emi[ac]\w*|thrombocytop\w+|neutrop\w+|leukop\w+|sickle\w*|thalass\w+|ha?ematolog\w+ (?:disease|disorder|abnormal|condition)\w*|clotting|bone marrow (?:failure|aplasia))\b/i,
  ],
  [
    'bones',
    /\b(?:fractur\w*|bones?(?! marrow)|osteo\w+|joints?|arthr\w+|spin(?:e|al\b(?! cord| ana?esth| tap))|vertebra\w*|lumbar(?! puncture)|cervical spine|scolio\w+|muscul\w+|myopath\w*|muscle\w*|knees?|hips?|shoulders?|tend[oi]n\w*|ligament\w*|disc (?:hernia\w*|protrusion\w*|degenerat\w*)|discs?|sciatica|orthop\w*|fibromyalgia|limb\w*|amputat\w*)\b/i,
  ],
  [
    'mouth',
    /\b(?:tooth|teeth|dental\w*|denture\w*|oral (?:hygiene|lesions?|mucos\w+|ulcer\w*)|periodont\w+|gingiv\w+|mouth|caries|mucositis)\b/i,
  ],
  [
    'nose',
    /\b(?:nas(?:al|o\w+)|sinus(?:itis|es)|rhinit\w+|throat|tonsil\w*|polyps? in the nose|laryn\w+|pharyn\w+)\b/i,
  ],
  ['sleep', /\b(?:sleep\w*|insomni\w*|narcolep\w*|restless leg\w*)\b/i],
  [
    'womb',
    /\b(?:uter(?:us|ine)|endometri\w+|ovar\w+|vagin\w+|menstru\w+|cervix|gyna?ecolog\w+|fibroids?)\b/i,
  ],
]
