import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

type Pair = readonly [note: string, criterion: string]

function verdictOf([note, text]: Pair, kind: 'inclusion' | 'exclusion' = 'inclusion') {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

function assertAll(verdict: string, pairs: readonly Pair[], kind?: 'inclusion' | 'exclusion') {
  for (const pair of pairs) assert.equal(verdictOf(pair, kind), verdict, pair.join(' | '))
}

function assertOpen(pairs: readonly Pair[]) {
  for (const pair of pairs) assert.notEqual(verdictOf(pair), 'not met', pair.join(' | '))
}

test('a gene, a receptor or an antigen is read with its polarity in either language and any wording', () => {
  assertAll('not met', [
    ['Adénocarcinome pulmonaire, EGFR non muté.', 'EGFR mutation positive NSCLC'],
    ['Mélanome, BRAF sauvage.', 'BRAF V600 mutation'],
    ['Colon cancer, KRAS mutated.', 'RAS wild-type colorectal cancer'],
    ['Ovarian cancer, no BRCA mutation.', 'Germline or somatic BRCA1/2 mutation'],
    ['Cancer du sein, HER2 négatif.', 'HER2-positive breast cancer'],
    ['Chronic hepatitis B, HBeAg negative.', 'HBeAg-positive chronic hepatitis B'],
    ['Triple-negative breast cancer.', 'Hormone receptor positive, HER2-negative breast cancer'],
    ['Colon cancer, microsatellite stable.', 'MSI-H or dMMR colorectal cancer'],
  ])
  assertAll('met', [
    ['BRAF V600E mutated melanoma.', 'Documented BRAF V600E mutation'],
    ['Cancer du sein RH+, HER2-.', 'Hormone receptor positive, HER2-negative breast cancer'],
  ])
  assertAll(
    'not met',
    [['Lung cancer with an ALK rearrangement.', 'Known ALK or ROS1 rearrangement']],
    'exclusion',
  )
  assertAll('met', [['HBsAg négatif.', 'Positive for hepatitis B surface antigen']], 'exclusion')
  assertOpen([
    ['Lung adenocarcinoma, EGFR status pending.', 'EGFR mutation'],
    ['Lung cancer, EGFR T790M negative.', 'EGFR mutation positive NSCLC'],
    ['Lung cancer, tested for ALK rearrangement.', 'ALK negative NSCLC'],
    ['Breast cancer, HER2 positive.', 'HER2-negative cohort'],
    ['eGFR 70 mL/min. Lung cancer.', 'EGFR mutation positive NSCLC'],
  ])
})

test('one variant that is asked is not met by a gene that is mutated somehow', () => {
  const note = 'EGFR-mutated lung adenocarcinoma.'
  assert.equal(verdictOf([note, 'EGFR exon 20 insertion mutation']), 'unknown')
})

test('newly found, relapsed and in remission are not one another', () => {
  assertAll('not met', [
    [
      'Acute lymphoblastic leukemia in first relapse.',
      'Newly diagnosed acute lymphoblastic leukemia',
    ],
    ['Myélome en première rechute.', 'Newly diagnosed multiple myeloma'],
    [
      'Newly diagnosed multiple myeloma; treatment has not begun.',
      'Relapsed or refractory multiple myeloma',
    ],
    ['AML in complete remission.', 'Relapsed or refractory AML'],
    ['Ulcerative colitis in clinical remission.', 'Active ulcerative colitis'],
  ])
  assertOpen([
    ['Myeloma in first relapse.', 'Newly diagnosed or relapsed multiple myeloma'],
    ['Newly diagnosed diabetes. Myeloma.', 'Relapsed or refractory multiple myeloma'],
    ['Her sister has a relapsed myeloma. Myeloma, no relapse.', 'Newly diagnosed multiple myeloma'],
    ['AML, in complete remission, then relapse.', 'Relapsed AML'],
  ])
})

test('a tumour that is localized is not metastatic, and one that is metastatic is not resectable', () => {
  assertAll('not met', [
    ['Localized prostate cancer, no metastases.', 'Metastatic prostate cancer'],
    ['Resected stage IIA colon cancer.', 'Metastatic colorectal cancer'],
    ['Resected pancreatic adenocarcinoma, R0.', 'Unresectable or metastatic pancreatic cancer'],
    ['Cancer du sein métastatique osseux.', 'Non-metastatic breast cancer'],
    ['Colon cancer with liver metastases.', 'Resectable colon cancer'],
  ])
  assertOpen([
    ['Stage II seminoma.', 'Metastatic germ cell tumor'],
    ['Prostate cancer, localized pain in the back.', 'Metastatic prostate cancer'],
    ['Breast cancer, no brain metastases.', 'Metastatic breast cancer'],
    ['Prostate cancer, no metastases.', 'Locally advanced or metastatic prostate cancer'],
    [
      'Colon cancer with liver metastases.',
      'Colon cancer, resectable or not, with liver metastases',
    ],
  ])
})

test('of two states of one illness or of its care the one that is said rules out the other', () => {
  assertAll('not met', [
    ['Castration-resistant prostate cancer.', 'Hormone-sensitive prostate cancer'],
    ['Hémophilie A sévère, sans inhibiteur.', 'Hemophilia A with inhibitors'],
    ['Squamous cell carcinoma of the lung.', 'Non-squamous NSCLC'],
    ['Chronic kidney disease stage 3a.', 'End-stage renal disease on hemodialysis'],
    ['Type 2 diabetes on insulin glargine.', 'Insulin-naive type 2 diabetes'],
    ['Diabète de type 2 sous metformine seule.', 'Type 2 diabetes treated with insulin'],
    ['Hepatitis C, genotype 3.', 'Chronic hepatitis C genotype 1 infection'],
    ['Knee osteoarthritis, Kellgren-Lawrence grade 1.', 'Kellgren-Lawrence grade 3 or 4'],
    ['Parkinson disease, Hoehn and Yahr stage 4.', 'Hoehn and Yahr stage I-III'],
    ['HIV on therapy, undetectable viral load.', 'HIV RNA > 1000 copies/mL'],
    [
      'Moderate psoriasis never treated with systemic therapy.',
      'Failed at least one systemic therapy for psoriasis',
    ],
    ['Carcinome épidermoïde de l’œsophage.', 'Adenocarcinoma of the esophagus'],
    ['Syndrome néphrotique cortico-sensible.', 'Steroid-resistant nephrotic syndrome'],
    ['Diffuse large B-cell lymphoma.', 'Follicular lymphoma grade 1-3a'],
  ])
  assertOpen([
    ['Chronic kidney disease, dialysis since May.', 'End-stage renal disease on hemodialysis'],
    ['Hepatitis C, genotype 1b.', 'Chronic hepatitis C genotype 1, 2 or 3'],
    ['Knee osteoarthritis, Kellgren-Lawrence grade 3.', 'Kellgren-Lawrence grade ≥ 2'],
    ['Hemophilia A.', 'Hemophilia A with inhibitors'],
  ])
})

test('a state that is denied, of then, of another illness or only near is no contrary one', () => {
  assertOpen([
    ['Type 2 diabetes on metformin, no insulin.', 'Insulin-naive type 2 diabetes'],
    ['Diabète de type 2, pas d’insuline.', 'Insulin-naive type 2 diabetes'],
    ['Type 2 diabetes. Does not want insulin glargine.', 'Insulin-naive type 2 diabetes'],
    ['Type 2 diabetes. Resected insulinoma in 2010.', 'Insulin-naive type 2 diabetes'],
    ['Acute heart failure. Cirrhosis, Child-Pugh A.', 'Acute decompensated heart failure'],
    ['CKD stage 5, eGFR 12.', 'CKD, non-dialysis dependent'],
    ['Deuxième grossesse, une fausse couche.', 'Nulliparous women'],
    ['First pregnancy in 2012, healthy child; pregnant again.', 'Multiparous women'],
    ['HIV, undetectable viral load. Chronic hepatitis B.', 'HBV DNA > 2000 IU/mL'],
    ['Hépatite C. VIH, charge virale indétectable.', 'HCV RNA > 1000 IU/mL'],
    ['Vaccinated against influenza every year.', 'Unvaccinated against COVID-19'],
    ['Not vaccinated against yellow fever.', 'Fully vaccinated against COVID-19'],
    ['DPP4, treated with inhibitors. Hemophilia A.', 'Hemophilia A without inhibitors'],
    ['Psoriasis, failed systemic therapy. Hepatitis C.', 'Treatment-naive hepatitis C'],
    ['Arthritis after systemic lupus.', 'Systemic-naive rheumatoid arthritis'],
    ['Prostate cancer, hormone-sensitive at diagnosis.', 'Castration-resistant prostate cancer'],
    [
      'Cancer de la prostate, initialement hormonosensible.',
      'Castration-resistant prostate cancer',
    ],
  ])
  assertAll('not met', [
    ['Diabète de type 2 sous insuline lente.', 'Insulin-naive type 2 diabetes'],
    ['Cirrhose compensée.', 'Decompensated cirrhosis'],
    ['CKD on hemodialysis since 2019.', 'CKD not on dialysis'],
    ['Not vaccinated against COVID-19.', 'Fully vaccinated against COVID-19'],
    ['Mother of two, second pregnancy.', 'Nulliparous women'],
    ['Deuxième grossesse.', 'Primigravida'],
  ])
})

test('a tissue is read with its "non", of the one cancer, and of no benign or skin tumour', () => {
  assertOpen([
    ['Non small cell lung cancer.', 'Lung adenocarcinoma'],
    ['Cancer bronchique non à petites cellules.', 'Lung adenocarcinoma'],
    ['Adénocarcinome pulmonaire.', 'Non small cell lung cancer'],
    ['Rectal cancer. Kaposi sarcoma of the leg.', 'Adenocarcinoma of the rectum'],
    ['Lung cancer. Squamous cell carcinoma of the scalp.', 'Lung adenocarcinoma'],
    ['Thyroïde : nodule folliculaire bénin.', 'Medullary thyroid cancer'],
    ['Carcinosarcoma of the uterus.', 'Adenocarcinoma of the endometrium'],
  ])
  assertAll('not met', [
    ['Cancer bronchique à petites cellules.', 'Lung adenocarcinoma'],
    ['Carcinome épidermoïde du rectum.', 'Adenocarcinoma of the rectum'],
    ['Leiomyosarcoma of the uterus.', 'Adenocarcinoma of the endometrium'],
  ])
})

test('a stage of another illness is none of a tumour', () => {
  assertOpen([
    ['Breast cancer. Localized scleroderma.', 'Metastatic breast cancer'],
    ['Breast cancer. CKD stage 1.', 'Metastatic breast cancer'],
    ['Breast cancer; pressure ulcer stage 1.', 'Metastatic breast cancer'],
    ['Cancer du sein ; insuffisance rénale stade 2.', 'Metastatic breast cancer'],
    ['Prostate cancer, hypertension stage 1.', 'Unresectable or metastatic prostate cancer'],
    ['Lung cancer, sarcoidosis stage II.', 'Metastatic lung cancer'],
  ])
  assertAll('not met', [
    ['Cancer du sein stade I.', 'Metastatic breast cancer'],
    ['Breast cancer stage IIA. CKD stage 1.', 'Metastatic breast cancer'],
    ['Breast cancer, stage I, with hypertension.', 'Metastatic breast cancer'],
  ])
})

test('a grade of another scale, of one knee or of before is not the one asked', () => {
  assertOpen([
    ['APOE genotype 3/4. Hepatitis C.', 'HCV genotype 1'],
    ['Hépatite E génotype 3. Hépatite C.', 'HCV genotype 1'],
    ['Lung fibrosis stage 3. Hepatitis C.', 'Liver fibrosis stage 4'],
    ['Right knee: Kellgren-Lawrence 1. Left knee pain.', 'Kellgren-Lawrence grade 3 or 4'],
    ['Pre-stroke mRS 0. Now hemiplegic.', 'mRS 2 to 4'],
  ])
  assertAll('not met', [
    ['Kellgren-Lawrence 1 right and left.', 'Kellgren-Lawrence grade 3 or 4'],
    ['Hépatite C, génotype 3.', 'HCV genotype 1'],
  ])
})

test('a relapse or a remission of something else is none of the illness', () => {
  assertOpen([
    ['Asthma; epilepsy in remission.', 'Refractory asthma'],
    ['Myélome, réfractaire aux antalgiques.', 'Newly diagnosed multiple myeloma'],
    ['Ovarian cancer, smoker, has relapsed to smoking.', 'Newly diagnosed ovarian cancer'],
    ['Cancer de l’ovaire ; a rechuté dans l’alcool.', 'Newly diagnosed ovarian cancer'],
    ['Schizophrenia, third-line antibiotic for acne.', 'Newly diagnosed schizophrenia'],
  ])
  assertAll('not met', [
    ['Ulcerative colitis in remission, with asthma.', 'Relapsed ulcerative colitis'],
    ['Myélome réfractaire.', 'Newly diagnosed multiple myeloma'],
  ])
})

test('a stain of one plus, none of many nodes and a smear are read as what they say', () => {
  assertOpen([
    ['Breast cancer, HER2 1+.', 'HER2-negative breast cancer'],
    ['Breast cancer, HER2 2+.', 'HER2-positive breast cancer'],
    ['Oropharyngeal cancer. HPV negative smear.', 'HPV-positive oropharyngeal cancer'],
  ])
  assertAll('not met', [
    ['Breast cancer, HER2 1+.', 'HER2-positive breast cancer'],
    ['Breast cancer, HER2 score 0.', 'HER2-positive breast cancer'],
    ['Cancer du sein, HER2 2+ FISH négatif.', 'HER2-positive breast cancer'],
    ['Cancer du sein, HER2 2+, FISH amplifié.', 'HER2-negative breast cancer'],
    ['Breast cancer, HER2 3+.', 'HER2-negative breast cancer'],
    ['Breast cancer, 0/12 lymph nodes positive.', 'Node-positive breast cancer'],
    ['Breast cancer, axillary nodes 0/3.', 'Node-positive breast cancer'],
  ])
  assertAll('met', [['Breast cancer, HER2 3+.', 'HER2-positive breast cancer']])
  const other = ['Breast cancer, HER2 positive.', 'HER2 0 or 1+ breast cancer'] as const
  assert.notEqual(verdictOf(other), 'met')
})
