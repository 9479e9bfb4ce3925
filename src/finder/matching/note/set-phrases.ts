import type { Finding, Presence } from '../patient/patient.ts'
import { cueBefore, cuesIn } from './reach.ts'
import type { NoteSentence } from './note-sentence.ts'
import { isOfOthers } from './whose.ts'

/**
 * Phrases that state a finding without its name: "spleen not palpable", "hearing normal", "lost 5 kg", "ex-32-weeker".
 * Rule `set-phrase@1`.
 */
export function setPhrasesIn(sentence: NoteSentence): Finding[] {
  const { text, start, end, section } = sentence
  if (section === 'family') return []
  const evidence = { text, start, end }
  const found: Finding[] = []
  const cues = cuesIn(sentence)
  for (const [pattern, term, presence, when = 'now'] of phrases)
    for (const match of text.matchAll(pattern)) {
      const until = match.index + match[0].length
      if (isOfOthers(sentence, cues, match.index, until)) continue
      const isDenied = presence === 'present' && cueBefore(sentence, cues, 'deny', match.index)
      found.push({
        term,
        words: match[0],
        presence: isDenied ? 'absent' : presence,
        when,
        of: 'patient',
        evidence,
      })
    }
  return found
}

type Phrase = readonly [RegExp, string, Presence, ('now' | 'history')?]

const weeker = String.raw`(?:2[2-9]|3[0-6])`

const phrases: readonly Phrase[] = [
  [
    /(?<!\p{L})(?:spleen(?: tip)? (?:is |was )?(?:not|non-?) ?palpable|no palpable spleen|rate non palp\w*|pas de rate palpable)/giu,
    'Splenomegaly',
    'absent',
  ],
  [
    /(?<!\p{L})(?:liver (?:is |was )?(?:not|non-?) ?palpable|foie non palp\w*)/giu,
    'Hepatomegaly',
    'absent',
  ],
  [
    /(?<!\p{L})(?:no (?:organomegaly|hepatosplenomegaly)|pas d['’](?:HSMG|h[ée]patospl[ée]nom[ée]galie|organom[ée]galie))/giu,
    'Splenomegaly',
    'absent',
  ],
  [
    /(?<!\p{L})(?:hearing (?:is |was |test )?(?:normal|fine|ok)|audition normale|entend bien|audiogramme normal)/giu,
    'Hearing Loss',
    'absent',
  ],
  [
    /(?<!\p{L})(?:swallow(?:s|ing)? (?:is |was )?(?:normal|fine|ok|well|normally)|d[ée]glutition normale)/giu,
    'Deglutition Disorders',
    'absent',
  ],
  [
    /(?<!\p{L})(?:(?:visual )?fields (?:are |were )?(?:full|normal|intact)|champs? visuels? norma(?:l|ux))/giu,
    'Visual Field Defect',
    'absent',
  ],
  [
    /(?<!\p{L})(?:vision (?:is |was )?(?:normal|fine)|visual acuity normal|acuit[ée] visuelle normale|10\/10 (?:ODG|des deux yeux))/giu,
    'Vision Disorders',
    'absent',
  ],
  [/(?<!\p{L})(?:afebrile|apyrexial|apyr[ée]tiques?|apyrexie)(?!\p{L})/giu, 'Fever', 'absent'],
  [/(?<!\p{L})(?:anicteric|non[- ]icteric|anict[ée]rique)(?!\p{L})/giu, 'Jaundice', 'absent'],
  [/(?<!\p{L})(?:acyanotic|non[- ]cyanosed)(?!\p{L})/giu, 'Cyanosis', 'absent'],
  [
    /(?<!\p{L})(?:calves (?:are )?soft(?: and non-?tender)?|mollets souples(?: et indolores)?)/giu,
    'Calf Pain',
    'absent',
  ],
  [
    /(?<!\p{L})(?:chest (?:is )?clear|lungs (?:are )?clear|auscultation (?:pulmonaire )?(?:normale|claire|libre)|MV symétrique)/giu,
    'Respiratory Sounds',
    'absent',
  ],
  [/(?<!\p{L})(?:normotensive|normotendue?)(?!\p{L})/giu, 'Hypertension', 'absent'],
  [
    /(?<!\p{L})(?:sleep(?:s|ing)? (?:is )?(?:well|fine|ok(?:ay)?|good)(?! with)|dort bien|sommeil correct)(?! avec)/giu,
    'Sleep Initiation and Maintenance Disorders',
    'absent',
  ],
  [
    /(?<!\p{L})(?:appetite (?:is )?(?:normal|good|preserved)|eat(?:s|ing) (?:well|normally|fine)|app[ée]tit conserv[ée]|mange bien)/giu,
    'Decreased Appetite',
    'absent',
  ],
  [
    /(?<!\p{L})(?:(?:lost|loss of|losing) (?:about |around |some )?[\d.,]+ ?(?:kg|kilos?|lbs?|pounds|stone)|(?:down|minus) [\d.,]+ ?kg|(?:perte|perdu|amaigrissement|maigri)(?: de)? (?:environ )?[\d.,]+ ?(?:kg|kilos?))/giu,
    'Weight Loss',
    'present',
  ],
  [
    /(?<!\p{L})(?:(?:gained|gain of|put on) (?:about |around )?[\d.,]+ ?(?:kg|kilos?|lbs?|pounds|stone)|(?:prise|pris)(?: de)? (?:environ )?[\d.,]+ ?(?:kg|kilos?))/giu,
    'Weight Gain',
    'present',
  ],
  [
    new RegExp(
      String.raw`(?<!\p{L})(?:ex-?\s?)?${weeker}[- ]?weekers?(?!\p{L})|(?<!\p{L})born (?:prematurely )?(?:at|@) ${weeker}(?:\s?\+\s?\d)? ?(?:weeks?|wks?|\/40)|(?<!\p{L})n[ée]e? (?:pr[ée]matur[ée]e? )?(?:à|a) ${weeker} ?(?:SA|semaines)(?:\s?\+\s?\d)?`,
      'giu',
    ),
    'Premature Birth',
    'present',
  ],
  [/(?<!\p{L})(?:leu[ck]ocytes?|WBC)(?: esterase)? ?(?:[1-4]\+|\+{1,4})/giu, 'Pyuria', 'present'],
  [
    /(?<!\p{L})(?:prot(?:ei|ie|i)n(?:e|uria)?|prot[ée]ines?(?: urinaires)?|albumine) ?(?:[1-4]\+|\+{1,4})/giu,
    'Proteinuria',
    'present',
  ],
  [/(?<!\p{L})(?:blood|sang|h[ée]maties) (?:[1-4]\+|\+{1,4})/giu, 'Hematuria', 'present'],
  [/(?<!\p{L})(?:glucose|sucre) (?:[1-4]\+|\+{1,4})/giu, 'Glycosuria', 'present'],
  [
    /(?<!\p{L})(?:ketones?|c[ée]tones?|corps c[ée]toniques) ?(?:[1-4]\+|\+{1,4})/giu,
    'Ketosis',
    'present',
  ],
  [/(?<!\p{L})prot[ée]inurie (?:nulle|n[ée]gative|absente)/giu, 'Proteinuria', 'absent'],
  [
    /(?<!\p{L})(?:strict(?:ly)? )?(?:teetotal(?:ler)?|no alcohol|alcohol\s?(?:[:=-]\s?(?:none|nil|no|0|never)|(?:nil|none)(?!\p{L}))|(?:(?:boit|consomme) (?:plus|pas) d['’]|ni |pas d['’] ?)alcool|alcool\s?[:=]\s?(?:0|non|jamais|aucun))(?!\p{L})/giu,
    'Alcohol Drinking',
    'absent',
  ],
  [
    /(?<!\p{L})\d+ (?:units?|pints?|beers?|glasses|drinks|bottles)(?: of \p{L}+)? ?(?:\/|a |per )(?:day|week|wk|night)/giu,
    'Alcohol Drinking',
    'present',
  ],
  [
    /(?<!\p{L})\d+ (?:verres?|bi[èe]res?|UA|unit[ée]s)(?: de vin| d['’]alcool)? ?(?:\/|par )(?:j|jour|semaine|sem)(?!\p{L})/giu,
    'Alcohol Drinking',
    'present',
  ],
]
