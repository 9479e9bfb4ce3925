import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf, decidingQuestion, shownQuestion } from '../../testing/test-check.ts'

/** The question of a study's one rule in English, with what its answers tell; nothing where the site asks. */
function asked(rule: string, list: 'Exclusion' | 'Inclusion'): string | undefined {
  const [ask] = checkOf(`${list} Criteria:\n\n* ${rule}`).study.asks.values()
  if (ask?.kind !== 'rule') return undefined
  const { isWide, isPart } = ask.rule
  return `${shownQuestion(ask, 'en')}${isWide ? ' [wider]' : ''}${isPart ? ' [in part]' : ''}`
}

test('a time before a row is of each of its things', () => {
  assert.deepEqual(
    decidingQuestion(
      'Recent (<3 month) acute coronary syndrome, coronary artery bypass surgery or stroke',
      'Exclusion',
    ),
    [
      'Have you had a sudden lack of blood to the heart (acute coronary syndrome), a heart bypass or a stroke in the last 3 months?',
      'Avez-vous eu un syndrome coronarien aigu, un pontage du cœur ou un accident vasculaire cérébral (AVC) dans les 3 derniers mois ?',
    ],
  )
})

test('a thing that is named twice is asked once, with its time', () => {
  assert.equal(
    asked('Acute myocardial infarction and/or myocardial infarction within 30 days.', 'Exclusion'),
    'Have you had a heart attack in the last 30 days?',
  )
  assert.equal(
    asked('Known history of tuberculosis and/or active tuberculosis.', 'Exclusion'),
    'Have you ever had tuberculosis?',
  )
})

test('a no to one of two choices tells nothing', () => {
  assert.equal(
    asked('Measurable or evaluable disease', 'Inclusion'),
    'Can the cancer be measured on a scan? [in part]',
  )
  assert.equal(asked('Measurable disease', 'Inclusion'), 'Can the cancer be measured on a scan?')
})

test('a looser limit of some people leaves a no open', () => {
  assert.match(
    asked(
      'AST and ALT less than 2.5 times the upper limit of normal in the absence of liver metastases, or less than 5 times with liver metastases',
      'Inclusion',
    ) ?? '',
    /\[in part\]$/,
  )
})

test('one medicine of two is more than either', () => {
  assert.equal(
    asked('Trimethoprim/sulfamethoxazole', 'Exclusion'),
    'Do you take or get trimethoprim or sulfamethoxazole? [wider]',
  )
})

test('opportunistic infections are of any germ', () => {
  assert.match(
    asked(
      'Opportunistic or serious bacterial infections within 28 days prior to entry',
      'Exclusion',
    ) ?? '',
    /\[wider\] \[in part\]$/,
  )
})

test('who signs for another is asked', () => {
  assert.equal(
    asked('Consent of parent or guardian', 'Inclusion'),
    'Would you, or whoever decides for you (such as a parent or guardian), agree and sign?',
  )
})

test('what is hidden in examples leaves a no open', () => {
  assert.equal(
    asked('Ongoing diarrhea, defined as more than 2 liquid stools per day.', 'Exclusion'),
    'Do you have ongoing diarrhoea? [wider] [in part]',
  )
})

test('an illness at whatever time is asked of any time', () => {
  assert.match(
    asked(
      'Contralateral breast cancer, including DCIS, irrespective of date of diagnosis',
      'Exclusion',
    ) ?? '',
    /^Have you ever had breast cancer/,
  )
})

test('what is meant for a later day, or no treatment at all, is left to the site', () => {
  assert.equal(asked('You intend to breast-feed.', 'Exclusion'), undefined)
  assert.equal(
    asked('Treatment with an influenza and/or pneumonia vaccine', 'Exclusion'),
    undefined,
  )
})

test('a rule is not asked by what stands in its reason, or is to come', () => {
  assert.equal(
    asked('Major illness incompatible with survival from the transplant', 'Exclusion'),
    undefined,
  )
  assert.equal(
    asked('Fit to receive adjuvant chemotherapy and radiotherapy', 'Inclusion'),
    undefined,
  )
  assert.equal(asked('Other known causes of nerve or muscle disease', 'Exclusion'), undefined)
  assert.equal(
    asked('Prior exposure to chemotherapy of the quix', 'Exclusion'),
    'Have you ever had chemotherapy? [wider]',
  )
})

test('HIV, hepatitis and alcohol are each asked by themselves', () => {
  assert.match(
    asked('Suspected HIV-1 quixing of any kind', 'Exclusion') ?? '',
    /^Do you have HIV\?/,
  )
  assert.match(
    asked('Carriers of HBV that quix', 'Exclusion') ?? '',
    /hepatitis B or hepatitis C\?/,
  )
  assert.match(
    asked('Ingestion of alcohol within 48 hours prior to study', 'Exclusion') ?? '',
    /^Do you drink alcohol/,
  )
})

test('what is planned besides, and who signs besides, leave an answer open', () => {
  assert.equal(
    asked('Enrolled or scheduled to be enrolled in another clinical trial', 'Exclusion'),
    'Are you in another medical study? [in part]',
  )
  assert.equal(
    asked(
      'Written informed consent signed by the patients and the participating caregivers',
      'Inclusion',
    ),
    'Would you agree to take part, and sign? [wider]',
  )
  assert.equal(
    asked('Treatment by biotherapy within the 12 months after inclusion', 'Exclusion'),
    undefined,
  )
})

test('a medicine of this study that dates a rule is not what it asks', () => {
  assert.doesNotMatch(
    asked(
      'Receipt of immunoglobulin within 12 weeks prior to administration of investigational product',
      'Exclusion',
    ) ?? '',
    /another medical study/,
  )
})

test('one medicine is asked by its own name, and an organ by how it works', () => {
  assert.equal(asked('Rifampin.', 'Exclusion'), 'Do you take or get rifampicin?')
  assert.equal(
    asked('Prior protease inhibitor therapy', 'Exclusion')?.includes('protease inhibitor'),
    true,
  )
  assert.deepEqual(decidingQuestion('Adequate renal function', 'Inclusion'), [
    'Is the kidney function sufficient?',
    'Le fonctionnement des reins est-il suffisant ?',
  ])
})

test('what was read as another measure, another study or nothing by itself is left to the site', () => {
  assert.equal(asked('Serum IgA less than 11mg/dl.', 'Exclusion'), undefined)
  assert.doesNotMatch(
    asked('Voluntary participation in the study', 'Inclusion') ?? '',
    /another medical study/,
  )
  assert.equal(
    asked(
      'Half-life of the CYP3A4 inhibitor of 3 days from the date of first drug use',
      'Exclusion',
    ),
    undefined,
  )
})

test('the medicine of the study is not any medicine, and who cannot is asked without the reason', () => {
  assert.match(
    asked(
      'Suspected or known hypersensitivity to the drug or any of its components',
      'Exclusion',
    ) ?? '',
    /\[wider\]/,
  )
  assert.equal(
    asked(
      'Inability to participate in physical activity due to another medical condition (e.g., arthritis).',
      'Exclusion',
    ),
    'Can you be physically active? [wider]',
  )
  assert.equal(
    asked('Active malignancy or history of malignancy within 1 year.', 'Exclusion')?.includes(
      'in the past',
    ),
    false,
  )
})
