/**
 * Two spellings of one English word made one: British written as American, plurals as singulars.
 * Only what is regular and safe: a heavier stemmer joins words that mean different things in medicine.
 * Applied alike to records and to questions, so a rare word folded too far still finds itself.
 */
export function oneSpelling(word: string): string {
  return irregular.get(word) ?? singular(american(word))
}

/** British spellings common in medicine, for beginnings of words where no record is written in them. */
export const britishWords: readonly string[] = (
  'aetiology anaemia anaesthesia anaesthetic bacteraemia caecum caesarean coeliac diarrhoea dyspnoea faeces faecal foetal ' +
  'foetus gynaecology haemangioma haematocrit haematology haematoma haematopoietic haematuria haemochromatosis haemodialysis ' +
  'haemodynamic haemoglobin haemolysis haemolytic haemophilia haemoptysis haemorrhage haemorrhagic haemorrhoid haemostasis ' +
  'hyperglycaemia hypoglycaemia hypoxaemia ischaemia ischaemic leukaemia lymphoedema oedema oesophageal oesophagitis oesophagus ' +
  'oestradiol oestrogen orthopaedic paediatric paediatrics palaeolithic septicaemia sulphate tumour uraemia ' +
  'behaviour colour fibre litre centre randomised randomisation stabilisation hospitalisation immunisation labelled modelling'
).split(' ')

/** The same word in the singular, its British or American spelling left as it is: "haemorrhages" is "haemorrhage". */
export function inSingular(word: string): string {
  return irregularPlurals.get(word) ?? (irregular.has(word) ? word : singular(word))
}

/** Words that keep their form, or plurals that no rule below gives. */
const irregularPlurals = new Map([
  ...sameForm(
    'series species rabies scabies caries facies pancreas bias lens atlas texas whereas gas always perhaps',
  ),
  ['biases', 'bias'],
  ['lenses', 'lens'],
  ['children', 'child'],
  ['women', 'woman'],
  ['teeth', 'tooth'],
  ['feet', 'foot'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['disks', 'disk'],
  ['artefacts', 'artefact'],
])

/** The same, and spellings that no rule below gives. */
const irregular = new Map([
  ...irregularPlurals,
  ['ageing', 'aging'],
  ['disk', 'disc'],
  ['disks', 'disc'],
  ['grey', 'gray'],
  ['aluminium', 'aluminum'],
  ['artefact', 'artifact'],
  ['artefacts', 'artifact'],
  ['practise', 'practice'],
  ['licence', 'license'],
  ['judgement', 'judgment'],
])

function sameForm(words: string): [string, string][] {
  return words.split(' ').map((word) => [word, word])
}

function american(word: string): string {
  if (!mayBeBritish.test(word)) return word
  return word
    .replace(aePattern, 'e')
    .replace(oePattern, 'e')
    .replace(ourPattern, '$1or')
    .replace(isePattern, 'iz')
    .replace(/lys(?=(?:e|es|ed|ing|er|ers)$)/, 'lyz')
    .replace(trePattern, '$1er')
    .replace(doubledPattern, '$1')
    .replace(/leuco(?!v)/, 'leuko')
    .replace(/leucem/, 'leukem')
    .replace(/sulph/, 'sulf')
    .replace(/^programme(?=s?$)/, 'program')
    .replace(/^enrol(?=$|s$|ment)/, 'enroll')
    .replace(/^fulfil(?=$|s$|ment)/, 'fulfill')
}

/** What every spelling below has in it: most words are passed over at once. */
const mayBeBritish =
  /ae|oe|our|is[eia]|lys|re[sd]?$|ll(?:ed|ing|ers?|ors?)$|leuc|sulph|program|enrol|fulfil/

/** anaemia, paediatric, leukaemia; but aerobic, aerosol, Israel, Michael stay. */
const aePattern = /ae(?=[a-z])(?![rl])/g
/** oedema, oesophagus, oestrogen, foetal, coeliac, diarrhoea, dyspnoea; but does, poem, coexist stay. */
const oePattern =
  /(?<=^|o|anti)oe(?=soph|str)|oe(?=dem)|(?<=f)oe(?=t)|(?<=c)oe(?=li)|(?<=rh|pn)oe(?=a)|(?<=am)oe(?=b)|(?<=man)oe(?=uv)/g
/** tumour, colour, behaviour; but four, hour, pour, contour stay. */
const ourPattern =
  /(col|tum|behavi|fav|lab|hon|od|vap|hum|rum|neighb|savi?|vig|harb|flav|rig|ferv|arm|endeav|ranc)our(?!a(?!b|l))/
/** randomised, stabilisation; but exercise, disease, precise, surprise, raise stay. */
const isePattern =
  /(?<=[a-z]{3})(?<!exerc|surpr|prec|conc|w|prom|prom|enterpr|expert|superv|rev|adv|dev|gu|no|ra|ru|compr|exc|inc|telev|improv|desp|dem|franch|prem|treat|parad|po|la|circumc|disea)is(?=(?:e|es|ed|ing|er|ers|ation|ations|ational)$)/
/** centre, fibre, litre, goitre. */
const trePattern = /(cent|lit|met|tit|goit|theat|fib|calib|spect)re(?=s?$|d$)/
/** labelled, modelling, counsellor; but controlled, enrolled, filled stay. */
const doubledPattern =
  /(label|model|travel|cancel|counsel|channel|signal|fuel|level|panel|tunnel|equal)l(?=(?:ed|ing|er|ers|or|ors)$)/

function singular(word: string): string {
  if (word.endsWith('ie') && word.length > 4) return `${word.slice(0, -2)}y`
  if (word.endsWith('sse')) return word.slice(0, -1)
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (latinPlural.test(word)) return `${word.slice(0, -2)}is`
  if (/(?<![oet])aches$/.test(word)) return word.slice(0, -1)
  if (/(?:ch|sh|x|ss|zz|vir|fet|sin|foc|plex)(?:us)?es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** diagnoses, metastases, prostheses; but doses, purposes, cases, phases, diseases stay plurals in -s. */
const latinPlural =
  /(?:gnoses|[a-z]{2}(?:[bchmrtv](?:h|r)?oses|[ei]noses|kinoses|ptoses|stases|iases|theses|neses|reses)|lyses)(?<!doses|purposes|glucoses|those)$/
