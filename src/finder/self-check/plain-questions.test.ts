import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCriterion } from '../eligibility/readings.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { questionEn } from '../../words/en/questions.ts'
import { questionFr } from '../../words/fr/questions.ts'
import { conceptsIn } from './concepts-in.ts'
import { askedRuleOf } from './plain/asked-rule.ts'

const vocabulary = openVocabulary()
const concepts = conceptsIn(vocabulary)

type Kind = 'inclusion' | 'exclusion'

function asked(text: string, kind: Kind = 'exclusion') {
  const readings = readCriterion({ text }, concepts)
  const rule = askedRuleOf({ kind, text }, readings, vocabulary)
  if (!rule) return undefined
  const value = (at: number, called?: string): string => {
    const reading = readings[at]
    if (called !== undefined) return called
    return reading?.type === 'measure' ? reading.codes.join(' ') : ''
  }
  const turned = rule.isTurned ? 'not: ' : ''
  return [turned + questionEn(rule, 'me', value), turned + questionFr(rule, 'me', value)]
}

const read: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  'Severe hepatic or renal disease': [
    'Do you have serious liver or kidney disease?',
    'Avez-vous une maladie du foie ou des reins grave ?',
  ],
  'Stroke or TIA within 3 months prior to randomization': [
    'Have you had a stroke or a mini-stroke (TIA) in the 3 months before the draw of the groups?',
    'Avez-vous eu un accident vasculaire cérébral (AVC) ou un accident ischémique transitoire (AIT) dans les 3 mois avant le tirage au sort ?',
  ],
  'No history of asthma': ['not: Have you ever had asthma?', 'not: Avez-vous déjà eu un asthme ?'],
  'Known hypersensitivity to omalizumab or any of its excipients': [
    'Do you have an allergy to omalizumab or its ingredients?',
    'Avez-vous une allergie à l’omalizumab ou à ses composants ?',
  ],
  'Any cancer other than basal cell carcinoma of the skin': [
    'Do you have cancer other than basal cell skin cancer?',
    'Avez-vous un cancer autre qu’un carcinome basocellulaire (peau) ?',
  ],
  'Use of an investigational drug within 30 days of screening': [
    'Have you taken or been given a medicine that is still being tested in the 30 days before the study’s first examination?',
    'Avez-vous pris ou reçu un médicament encore à l’essai dans les 30 jours avant le premier examen de l’étude ?',
  ],
  'Unable to give informed consent': [
    'not: Would you agree to take part, and sign?',
    'not: Accepteriez-vous de participer, et de signer ?',
  ],
  'Planned heart transplantation within 6 months': [
    'Is this planned for you: a heart transplant in the next 6 months?',
    'Est-ce prévu pour vous : greffe du cœur dans les 6 mois à venir ?',
  ],
  'Pregnant or lactating, or those planning pregnancy within 7 months after the last dose': [
    'Are you pregnant, or planning to become pregnant, or breast-feeding?',
    'Êtes-vous enceinte, ou voulez-vous le devenir, ou allaitez-vous ?',
  ],
  'Family history of diabetes': [
    'Has anyone in your family had diabetes?',
    'Quelqu’un de votre famille a-t-il eu un diabète ?',
  ],
  'Severe anemia (hemoglobin < 8 g/dL)': [
    'Do you have serious anaemia (too few red blood cells) (hemoglobin)?',
    'Avez-vous une anémie grave (manque de globules rouges) (hemoglobin) ?',
  ],
  'Psychiatric disorder (e.g., bulimia, doing things of any sort)': [
    'Do you have a mental illness (the study gives examples)?',
    'Avez-vous une maladie psychique (l’étude donne des exemples) ?',
  ],
  'Poor compliance': [
    'not: Can you come to all visits and follow what the study asks?',
    'not: Pouvez-vous venir à toutes les visites et suivre ce que l’étude demande ?',
  ],
  'Refusal to participate in the study': [
    'not: Would you agree to take part, and sign?',
    'not: Accepteriez-vous de participer, et de signer ?',
  ],
  'Chemotherapy =< 4 weeks prior to registration': [
    'Have you had chemotherapy in the 4 weeks before joining the study?',
    'Avez-vous eu une chimiothérapie dans les 4 semaines avant l’entrée dans l’étude ?',
  ],
  'Known hypersensitivity to omalizumab or related compounds': [
    'Do you have an allergy to omalizumab or a similar medicine?',
    'Avez-vous une allergie à l’omalizumab ou à l’un des médicaments semblables ?',
  ],
  'At least one hospitalization for heart failure within 12 months': [
    'Have you had a stay in hospital for heart failure in the last 12 months?',
    'Avez-vous eu un séjour à l’hôpital pour une insuffisance cardiaque dans les 12 derniers mois ?',
  ],
  'Known or suspected hypersensitivity to any ingredient of HS-20093': [
    'Do you have a known or suspected allergy to an ingredient of HS-20093?',
    'Avez-vous une allergie connue ou soupçonnée aux composants d’HS-20093 ?',
  ],
  'Symptomatic, untreated, or actively progressing brain metastases': [
    'Do you have metastases in the brain with symptoms, untreated or getting worse?',
    'Avez-vous des métastases dans le cerveau avec des symptômes, non traitées ou qui s’aggrave ?',
  ],
  'Serum potassium > 5.2 mmol/L': [
    'Is this so for you: potassium?',
    'Est-ce le cas pour vous : potassium ?',
  ],
  'Troponin > 3 ng/L': [
    'Is this so for you: heart muscle value (troponin)?',
    'Est-ce le cas pour vous : valeur du muscle du cœur (troponine) ?',
  ],
  'History of stroke or current use of warfarin': [
    'Have you ever had a stroke, or do you take or get warfarin?',
    'Avez-vous déjà eu un accident vasculaire cérébral (AVC), ou prenez-vous ou recevez-vous de la warfarine ?',
  ],
  'Recent tuberculosis infection or with active TB': [
    'Do you have recent tuberculosis or active tuberculosis?',
    'Avez-vous une tuberculose récente ou une tuberculose active ?',
  ],
  'Received or planning to receive a live vaccine': [
    'Have you ever taken or been given a live vaccine, or is this planned for you: a live vaccine?',
    'Avez-vous déjà pris ou reçu un vaccin vivant, ou est-ce prévu pour vous : vaccin vivant ?',
  ],
  'Unable to undergo MRI': ['not: Can you have an MRI scan?', 'not: Pouvez-vous passer une IRM ?'],
  'Uncontrolled hypertension, defined as blood pressure above the goal': [
    'Do you have badly controlled high blood pressure (as the study defines it)?',
    'Avez-vous une hypertension mal contrôlée (au sens que l’étude précise) ?',
  ],
  'Two or more heart attacks': [
    'Have you ever had a heart attack (2 or more)?',
    'Avez-vous déjà eu une crise cardiaque (infarctus) (2 ou plus) ?',
  ],
  'Currently participating or planning to participate in another clinical trial': [
    'Will you be in another medical study during this one?',
    'Serez-vous dans une autre étude médicale pendant celle-ci ?',
  ],
  'Use of an investigational agent within 4 weeks or 5 half-lives, whichever is longer': [
    'Have you taken or been given a medicine that is still being tested in the last 4 weeks (or longer, by how long the medicine lasts)?',
    'Avez-vous pris ou reçu un médicament encore à l’essai dans les 4 dernières semaines (ou plus longtemps, selon la durée d’action du médicament) ?',
  ],
  'Immunoglobulin or blood products within 4 weeks of Visit 1': [
    'Have you taken or been given immunoglobulins (antibodies from donors) or blood products in the 4 weeks before the study visit?',
    'Avez-vous pris ou reçu des immunoglobulines (anticorps de donneurs) ou produits du sang dans les 4 semaines avant la visite de l’étude ?',
  ],
  'Contraindications for MRI': [
    'Do you have a medical reason to avoid an MRI scan?',
    'Avez-vous une contre-indication à une IRM ?',
  ],
  'Asthma patients': ['Do you have asthma?', 'Avez-vous un asthme ?'],
  'Fluent in English or French': [
    'Can you speak and read English or French?',
    'Pouvez-vous parler et lire l’anglais ou le français ?',
  ],
}

for (const [text, questions] of Object.entries(read))
  test(`“${text}” is one plain question in both languages`, () => {
    assert.deepEqual(asked(text), questions)
  })

/** Words that were not read, or that mean two things: the site asks. */
const unread: readonly (readonly [string, Kind])[] = [
  ['Stroke unless fully recovered', 'exclusion'],
  ['Asthma that needed more than two courses of prednisone', 'exclusion'],
  ['Liver and kidney disease', 'exclusion'],
  ['Severe mental and physical disorders', 'exclusion'],
  ['Heart failure due to ischemia or stroke', 'exclusion'],
  ['Egg or milk allergy', 'exclusion'],
  ['Asthma, diabetes', 'inclusion'],
  ['Need for dialysis within 30 days', 'exclusion'],
  ['Diabetes in the mother', 'exclusion'],
  ['Medical conditions', 'exclusion'],
  ['Concomitant medication (e.g., aspirine, verapamille)', 'exclusion'],
  ['Heart disease (e.g., arrhythmia unless well controlled)', 'exclusion'],
  ['Heart disease, such as an attack within the last year', 'exclusion'],
  ['Withdrawal of informed consent', 'exclusion'],
  // Nobody is asked by a page how long they will live.
  ['Life expectancy of at least 12 weeks', 'inclusion'],
  ['Administration of other study drugs within 1 month', 'exclusion'],
  ['Diabetes drugs', 'exclusion'],
  // A time at the end may be of both, a person that one may become is no plan, and a function is had by all.
  ['Warfarin or participation in a trial within 3 months', 'exclusion'],
  ['Women who are pregnant or may become pregnant', 'exclusion'],
  ['Disease of the heart, liver and kidney function', 'exclusion'],
  // What a study asks for is no ground to keep out where nothing is denied.
  ['Birth control pill', 'exclusion'],
  ['Previous use of the study drug within 3 months', 'exclusion'],
  ['No asthma and no diabetes', 'inclusion'],
  ['Myocardial infarction within 90 days of the intended treatment with the device', 'exclusion'],
]

for (const [text, kind] of unread)
  test(`“${text}” is left to the site`, () => {
    assert.equal(asked(text, kind), undefined)
  })

test('what denies nothing turns no question round', () => {
  assert.deepEqual(asked('Able to walk without assistance', 'inclusion'), [
    'Can you walk without help?',
    'Pouvez-vous marcher sans aide ?',
  ])
})

test('what one is to do without is asked for', () => {
  assert.deepEqual(asked('Willing to stop aspirin during the study', 'inclusion'), [
    'Would you agree to go without aspirin during the study?',
    'Seriez-vous d’accord pour se passer d’aspirine pendant l’étude ?',
  ])
})

test('an event that keeps out is any there was, and one that is asked for is now', () => {
  assert.match(asked('Stroke')?.[0] ?? '', /^Have you ever had/)
  assert.match(asked('Acute stroke', 'inclusion')?.[0] ?? '', /^Is this so for you/)
})

test('a long rule, and one of one word many times, are read or left in a moment', () => {
  assert.equal(asked('asthma or '.repeat(39)), undefined)
  assert.equal(asked('severe '.repeat(50)), undefined)
  assert.equal(asked('asthma due to '.repeat(28)), undefined)
})
