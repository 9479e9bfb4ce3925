import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf, shownQuestion } from '../../testing/test-check.ts'
import type { Who } from '../../words/language/who.ts'
import { bodyPartsIn } from './plain/body-parts.ts'
import { spokenTopicOf } from './plain/spoken-topics.ts'

type List = 'Inclusion' | 'Exclusion'

function asked(
  rule: string,
  list: List = 'Exclusion',
  language: 'en' | 'fr' = 'en',
  who: Who = 'me',
) {
  const { study } = checkOf(`${list} Criteria:\n\n* ${rule}`)
  const ask = [...study.asks.values()].at(-1)
  if (ask?.kind !== 'rule') return 'site'
  const { isTurned, isWide, isPart } = ask.rule
  const marks = [isTurned && 'turned', isWide && 'wide', isPart && 'part'].filter(Boolean)
  return [shownQuestion(ask, language, who), ...marks].join(' ')
}

/** Each with its list, and its question in English and French: neither answer decides. */
const undecided: readonly (readonly [string, List, string, string])[] = [
  [
    'Zorbled hypersensitivity to blurgs or history of quixes',
    'Exclusion',
    'Have you ever had an allergy or a bad reaction to a medicine, a food or another product? wide part',
    'Avez-vous déjà eu une allergie ou une mauvaise réaction à un médicament, un aliment ou un autre produit ? wide part',
  ],
  [
    'Unable to zorble in an MRI scanner of the quix',
    'Exclusion',
    'Is an MRI scan impossible for you (metal or a device in the body, fear of closed places)? wide part',
    'Une IRM est-elle impossible pour vous (métal ou appareil dans le corps, peur d’être enfermé) ? wide part',
  ],
  [
    'Contraindication to zorbling',
    'Exclusion',
    'Has a doctor ever said that a treatment or an examination is not safe for you? wide part',
    'Un médecin vous a-t-il déjà déconseillé un traitement ou un examen ? wide part',
  ],
  [
    'Life expectancy of at least 12 weeks',
    'Inclusion',
    'Does a doctor think that your health allows you to follow this study to its end? wide part',
    'D’après un médecin, votre santé permet-elle de suivre cette étude jusqu’au bout ? wide part',
  ],
  [
    'Not expected to survive 12 weeks',
    'Exclusion',
    'Does a doctor think that your health allows you to follow this study to its end? turned wide part',
    'D’après un médecin, votre santé permet-elle de suivre cette étude jusqu’au bout ? turned wide part',
  ],
  [
    'Scheduled for elective zorblectomy',
    'Inclusion',
    'Is an operation or a similar procedure planned for you? wide part',
    'Une opération ou une intervention est-elle prévue pour vous ? wide part',
  ],
  [
    'Owns a smartphone with zorbling',
    'Inclusion',
    'Do you have a phone or a computer with internet? wide part',
    'Avez-vous un téléphone ou un ordinateur avec Internet ? wide part',
  ],
  [
    'No cell phone plan that zorbles',
    'Exclusion',
    'Do you have a phone or a computer with internet? turned wide part',
    'Avez-vous un téléphone ou un ordinateur avec Internet ? turned wide part',
  ],
  ['Zorbles English well enough to blurg', 'Inclusion', 'site', 'site'],
  [
    'Reading level in English that zorbles the blurg',
    'Inclusion',
    'Can you speak and read English? wide part',
    'Pouvez-vous parler et lire l’anglais ? wide part',
  ],
  [
    'Quixed zorbles within 3 months of receiving a live vaccine, or blurgs',
    'Exclusion',
    'Have you had a vaccine lately, or is one planned? wide part',
    'Avez-vous reçu un vaccin récemment, ou est-ce prévu ? wide part',
  ],
  [
    'Loss of 500 ml of blood by zorbled donation of blood or blurgs',
    'Exclusion',
    'Have you received or given blood? wide part',
    'Avez-vous reçu ou donné du sang ? wide part',
  ],
  [
    'Alcohol zorbles (AUDIT) of 8 blurgs or more',
    'Exclusion',
    'Do you drink alcohol, or use drugs such as cannabis? wide part',
    'Buvez-vous de l’alcool, ou prenez-vous des drogues comme le cannabis ? wide part',
  ],
  [
    'Resides within 50 miles of Zorble University',
    'Inclusion',
    'Do you live near a place of the study? wide part',
    'Habitez-vous près d’un lieu de l’étude ? wide part',
  ],
  [
    'Recovered from toxic zorbles of all therapy',
    'Inclusion',
    'Have you got over the effects of earlier treatments? wide part',
    'Les effets des anciens traitements sont-ils passés ? wide part',
  ],
  [
    'Zorbles that failed standard blurgin of the quix',
    'Inclusion',
    'Is the illness still there, or back, in spite of a treatment? wide part',
    'La maladie est-elle encore là, ou revenue, malgré un traitement ? wide part',
  ],
  [
    'Zorbling pulmonary valve defects and liver injuries',
    'Exclusion',
    'Do you have, or have you had, a problem with the heart or blood vessels, or with the lungs or breathing, or with the liver or gall bladder? wide part',
    'Avez-vous, ou avez-vous eu, un problème de cœur ou de vaisseaux, ou de poumons ou de souffle, ou de foie ou de vésicule ? wide part',
  ],
]

for (const [rule, list, english, french] of undecided)
  test(`“${rule}” is asked by what it speaks of, and no answer decides`, () => {
    assert.equal(asked(rule, list), english)
    assert.equal(asked(rule, list, 'fr'), french)
  })

test('of one bare thing that keeps out a no tells, but of what many things are said', () => {
  assert.equal(
    asked('Impending zorbled respiratory failure of quixes'),
    'Do you have, or have you had, a problem with the lungs or breathing? wide part',
  )
  assert.equal(
    asked('Placed on a renal transplant zorble'),
    'Have you had a transplant (an organ or bone marrow), or is one planned? wide',
  )
})

test('what must not be, among what is asked for, is asked the other way round', () => {
  assert.equal(
    spokenTopicOf({ kind: 'inclusion', text: 'No serious zorbled respiratory deficiency' })
      ?.isTurned,
    true,
  )
  assert.deepEqual(
    spokenTopicOf({
      kind: 'unspecified',
      text: 'Patients must not be pregnant or lactating if zorbled',
    }),
    {
      ask: 'pregnancy',
      about: ['pregnant', 'nursing'],
      isTurned: true,
      isWide: true,
      isPart: true,
    },
  )
})

test('nothing is asked that is of others, let in, a note, or names a part of the body without a problem of it', () => {
  for (const text of [
    'Zorbled allergy of a sibling',
    'Zorbled hypersensitivity to blurgs is allowed',
    'ALT indicates alanine zorbles; liver blurgs',
    'Cohort C: zorbled liver quixes',
    'Patients with zorbled esophagitis will be included',
    'Bone age greater than 12 zorbles',
    'Bile acid sequestrants',
    'Non-cardiac zorbles',
    'Normal liver',
    'Zorbles of the heart:',
  ])
    assert.equal(spokenTopicOf({ kind: 'exclusion', text }), undefined, text)
})

test('the stems of medicine say where in the body a problem is', () => {
  for (const [text, parts] of [
    ['Biliary stasis', ['liver']],
    ['Lumbar disc herniation', ['bones']],
    ['Uncontrolled hypothyroidism', ['hormones']],
    ['Recent seizures and depression', ['brain', 'mind']],
    ['Blood pressure and heart rate', []],
    ['An adverse event or intervention', []],
  ] as const)
    assert.deepEqual(bodyPartsIn(text), parts, text)
})

test('lines under words that let somebody off, after a rule, are not asked', () => {
  assert.equal(asked('Diabetes within 14 days. The following are exceptions:\n  * Asthma'), 'site')
})

test('what is of one sex or age only neither lets in nor keeps out anybody else', () => {
  for (const [rule, list] of [
    ['For women only - currently pregnant', 'Inclusion'],
    ['For women: hysterectomy', 'Inclusion'],
    ['Males: prostate cancer', 'Inclusion'],
    ['In children under 12: asthma', 'Inclusion'],
    ['Female participants only: osteoporosis', 'Exclusion'],
    ['Endometriosis (women only)', 'Inclusion'],
    ['If male, prostate cancer', 'Exclusion'],
  ] as const)
    assert.match(asked(rule, list), /wide part$|^site$/, rule)
  assert.equal(asked('Women who are pregnant'), 'Are you pregnant?')
})

test('a no or a yes does not decide where it may be of something else', () => {
  assert.match(
    asked('Exercise less than the zorbled 150 min/week', 'Inclusion'),
    /wide part$|^site$/,
  )
  assert.equal(asked('Creatinine normal for age', 'Inclusion'), 'site')
  assert.match(asked('Central nervous system infections or neoplasms'), /wide$/)
  assert.match(asked('Karnofsky ≥ 60 %, Lansky ≥ 60 %', 'Inclusion'), /wide part$|^site$/)
  assert.match(asked('Metastatic breast cancer, ovarian cancer or melanoma', 'Inclusion'), /wide$/)
  assert.doesNotMatch(asked('Biopsy proven zorbled rejection'), /biopsy/)
  assert.doesNotMatch(asked('Anabolic steroids'), /cortisone/)
})

test('a person who asks for a child or another reads of them', () => {
  assert.equal(
    asked('Life expectancy of at least 12 weeks', 'Inclusion', 'fr', 'child'),
    'D’après un médecin, la santé de votre enfant permet-elle de suivre cette étude jusqu’au bout ? wide part',
  )
  assert.equal(
    asked('Contraindication to zorbling', 'Exclusion', 'fr', 'other'),
    'Un médecin a-t-il déjà déconseillé un traitement ou un examen à la personne ? wide part',
  )
})
