import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidingQuestion, markedQuestion } from '../../testing/test-check.ts'

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
    markedQuestion(
      'Acute myocardial infarction and/or myocardial infarction within 30 days.',
      'Exclusion',
    ),
    'Have you had a heart attack in the last 30 days?',
  )
  assert.equal(
    markedQuestion('Known history of tuberculosis and/or active tuberculosis.', 'Exclusion'),
    'Have you ever had tuberculosis?',
  )
})

test('a no to one of two choices tells nothing', () => {
  assert.equal(
    markedQuestion('Measurable or evaluable disease', 'Inclusion'),
    'Can the cancer be measured on a scan? [in part]',
  )
  assert.equal(
    markedQuestion('Measurable disease', 'Inclusion'),
    'Can the cancer be measured on a scan?',
  )
})

test('a looser limit of some people leaves a no open', () => {
  assert.match(
    markedQuestion(
      'AST and ALT less than 2.5 times the upper limit of normal in the absence of liver metastases, or less than 5 times with liver metastases',
      'Inclusion',
    ) ?? '',
    /\[in part\]$/,
  )
})

test('one medicine of two is more than either', () => {
  assert.equal(
    markedQuestion('Trimethoprim/sulfamethoxazole', 'Exclusion'),
    'Do you take or get trimethoprim or sulfamethoxazole? [wider]',
  )
})

test('opportunistic infections are of any germ', () => {
  assert.match(
    markedQuestion(
      'Opportunistic or serious bacterial infections within 28 days prior to entry',
      'Exclusion',
    ) ?? '',
    /\[wider\] \[in part\]$/,
  )
})

test('who signs for another is asked', () => {
  assert.equal(
    markedQuestion('Consent of parent or guardian', 'Inclusion'),
    'Would you, or whoever decides for you (such as a parent or guardian), agree and sign?',
  )
})

test('what is hidden in examples leaves a no open', () => {
  assert.equal(
    markedQuestion('Ongoing diarrhea, defined as more than 2 liquid stools per day.', 'Exclusion'),
    'Do you have ongoing diarrhoea? [wider] [in part]',
  )
})

test('an illness at whatever time is asked of any time', () => {
  assert.match(
    markedQuestion(
      'Contralateral breast cancer, including DCIS, irrespective of date of diagnosis',
      'Exclusion',
    ) ?? '',
    /^Have you ever had breast cancer/,
  )
})

test('what is meant for a later day, or no treatment at all, is left to the site', () => {
  assert.equal(markedQuestion('You intend to breast-feed.', 'Exclusion'), undefined)
  assert.equal(
    markedQuestion('Treatment with an influenza and/or pneumonia vaccine', 'Exclusion'),
    undefined,
  )
})

test('a rule is not asked by what stands in its reason, or is to come', () => {
  assert.equal(
    markedQuestion('Major illness incompatible with survival from the transplant', 'Exclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Fit to receive adjuvant chemotherapy and radiotherapy', 'Inclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Other known causes of nerve or muscle disease', 'Exclusion'),
    undefined,
  )
  assert.equal(
    markedQuestion('Prior exposure to chemotherapy of the quix', 'Exclusion'),
    'Have you ever had chemotherapy? [wider]',
  )
})

test('HIV, hepatitis and alcohol are each asked by themselves', () => {
  assert.match(
    markedQuestion('Suspected HIV-1 quixing of any kind', 'Exclusion') ?? '',
    /^Do you have HIV\?/,
  )
  assert.match(
    markedQuestion('Carriers of HBV that quix', 'Exclusion') ?? '',
    /hepatitis B or hepatitis C\?/,
  )
  assert.match(
    markedQuestion('Ingestion of alcohol within 48 hours prior to study', 'Exclusion') ?? '',
    /^Do you drink alcohol/,
  )
})

test('what is planned besides, and who signs besides, leave an answer open', () => {
  assert.equal(
    markedQuestion('Enrolled or scheduled to be enrolled in another clinical trial', 'Exclusion'),
    'Are you in another medical study? [in part]',
  )
  assert.equal(
    markedQuestion(
      'Written informed consent signed by the patients and the participating caregivers',
      'Inclusion',
    ),
    'Would you agree to take part, and sign? [wider]',
  )
  assert.equal(
    markedQuestion('Treatment by biotherapy within the 12 months after inclusion', 'Exclusion'),
    undefined,
  )
})

test('a medicine of this study that dates a rule is not what it asks', () => {
  assert.doesNotMatch(
    markedQuestion(
      'Receipt of immunoglobulin within 12 weeks prior to administration of investigational product',
      'Exclusion',
    ) ?? '',
    /another medical study/,
  )
})

test('one medicine is asked by its own name, and an organ by how it works', () => {
  assert.equal(markedQuestion('Rifampin.', 'Exclusion'), 'Do you take or get rifampicin?')
  assert.equal(
    markedQuestion('Prior protease inhibitor therapy', 'Exclusion')?.includes('protease inhibitor'),
    true,
  )
  assert.deepEqual(decidingQuestion('Adequate renal function', 'Inclusion'), [
    'Is the kidney function sufficient?',
    'Le fonctionnement des reins est-il suffisant ?',
  ])
})

test('what was read as another measure, another study or nothing by itself is left to the site', () => {
  assert.equal(markedQuestion('Serum IgA less than 11mg/dl.', 'Exclusion'), undefined)
  assert.doesNotMatch(
    markedQuestion('Voluntary participation in the study', 'Inclusion') ?? '',
    /another medical study/,
  )
  assert.equal(
    markedQuestion(
      'Half-life of the CYP3A4 inhibitor of 3 days from the date of first drug use',
      'Exclusion',
    ),
    undefined,
  )
})

test('the medicine of the study is not any medicine, and who cannot is asked without the reason', () => {
  assert.match(
    markedQuestion(
      'Suspected or known hypersensitivity to the drug or any of its components',
      'Exclusion',
    ) ?? '',
    /\[wider\]/,
  )
  assert.equal(
    markedQuestion(
      'Inability to participate in physical activity due to another medical condition (e.g., arthritis).',
      'Exclusion',
    ),
    'Can you be physically active? [wider]',
  )
  assert.equal(
    markedQuestion(
      'Active malignancy or history of malignancy within 1 year.',
      'Exclusion',
    )?.includes('in the past'),
    false,
  )
})
