import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Patient } from '../patient/patient.ts'
import { said, taken } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

function read(note: string): Patient {
  return readNote(note, { vocabulary })
}

test('complaints in everyday French are read', () => {
  for (const [note, term] of [
    ['Femme de 40 ans, le nez encombré depuis hier.', 'Nasal Obstruction'],
    ['Homme de 70 ans. Il voit des gens dans le salon.', 'Hallucinations'],
    ['Homme de 61 ans, le cœur s’emballe la nuit.', 'Palpitations'],
    ['Femme de 33 ans, retard de règles de 2 semaines.', 'Amenorrhea'],
    ['Homme de 45 ans, colique néphrétique gauche.', 'Nephrolithiasis'],
    ['Femme de 81 ans, se lève pour uriner.', 'Nocturia'],
    ['Homme de 66 ans, manque de souffle.', 'Dyspnea'],
  ] as const)
    assert.equal(said(read(note), term), 'present now patient', note)
})

test('operations, devices and cares in French are read', () => {
  for (const [note, words, wanted] of [
    [
      'Femme de 70 ans. Réhabilitation respiratoire prévue.',
      'réhabilitation respiratoire',
      /^possible/,
    ],
    ['Homme de 30 ans, capteur Freestyle.', 'capteur freestyle', /^present now/],
    ['Femme de 25 ans, extraction dentaire programmée en mai.', 'extraction dentaire', /^possible/],
    [
      'Homme de 72 ans. Il refuse la stimulation cérébrale profonde.',
      'stimulation cérébrale profonde',
      /^absent/,
    ],
  ] as const)
    assert.match(taken(read(note), words) ?? '', wanted, note)
})

test('what is taken, stopped, planned, refused and never had is told apart in French', () => {
  for (const [note, words, wanted] of [
    ['Homme de 60 ans. Valproate cessé pour tremblements.', 'valproate', 'present history'],
    ['Homme de 60 ans. Avec le Requip il jouait, on l’a supprimé.', 'requip', 'present history'],
    [
      'Homme de 60 ans. Amlodipine remplacée par ramipril en mars.',
      'amlodipine',
      'present history',
    ],
    ['Homme de 60 ans. Amlodipine remplacée par ramipril en mars.', 'ramipril', 'present now'],
    ['Homme de 60 ans. N’a jamais eu de corticoïdes.', 'corticoïdes', /^absent/],
    ['Femme de 60 ans. Œstrogènes évités.', 'œstrogènes', /^absent/],
    ['Femme de 60 ans. Acide zolédronique retenu.', 'acide zolédronique', /planned$/],
    ['Homme de 60 ans. Il n’est plus sous Eliquis.', 'eliquis', 'present history'],
    ['Homme de 60 ans. Ne prend plus de metformine.', 'metformine', 'present history'],
    ['Homme de 60 ans. Dossier déposé pour une greffe rénale.', 'greffe rénale', /planned$/],
    ['Homme de 60 ans. Tension élevée malgré le ramipril.', 'ramipril', 'present now'],
    ['Homme de 60 ans. Zolpidem supprimé en septembre.', 'zolpidem', 'present history'],
    ['Homme de 60 ans. Il prend du ramipril sans arrêt depuis 2010.', 'ramipril', 'present now'],
  ] as const) {
    const told = taken(read(note), words) ?? ''
    if (typeof wanted === 'string') assert.equal(told, wanted, note)
    else assert.match(told, wanted, note)
  }
})

test('a verb that is denied is a complaint denied, and what a medicine was stopped for is over', () => {
  assert.match(said(read('Homme de 71 ans. Il ne tousse pas.'), 'Cough') ?? '', /^absent/)
  assert.match(said(read('Garçon de 3 ans, il tousse pas.'), 'Cough') ?? '', /^absent/)
  assert.equal(
    said(read('Garçon de 3 ans, il tousse plus la nuit.'), 'Cough'),
    'present now patient',
  )
  const stopped = read('Homme de 60 ans. Valproate cessé pour tremblements et prise de poids.')
  assert.equal(said(stopped, 'Tremor'), 'present history patient')
  assert.equal(said(stopped, 'Weight Gain'), 'present history patient')
})

test('what is of the fetus is not the mother’s', () => {
  const { findings } = read('Patiente de 21 ans, 34 SA. RCF : bradycardie fœtale brève.')
  assert.ok(!findings.some(({ words }) => /bradycardie/i.test(words)))
})

test('smoking in French wordings is current, former, never or not said', () => {
  for (const [note, smoking] of [
    ['Homme de 54 ans. N’a jamais touché une cigarette.', 'never'],
    ['Homme de 54 ans. Nie tout tabagisme.', 'never'],
    ['Femme de 54 ans, non-fumeuse.', 'never'],
    ['Homme de 54 ans. Ancien gros fumeur, sevré en 2016.', 'former'],
    ['Homme de 54 ans, non fumeur depuis 2010.', 'former'],
    ['Femme de 54 ans. Intoxication tabagique sevrée estimée à 15 PA.', 'former'],
    ['Homme de 54 ans. 1 paquet par jour.', 'current'],
    ['Homme de 54 ans. Tabac non sevré.', 'current'],
    ['Femme de 54 ans, a repris la cigarette, avait arrêté de fumer.', 'current'],
    ['Femme de 54 ans, tabac occasionnel le week-end.', 'current'],
    ['Homme de 54 ans. Sa femme fume.', undefined],
    ['Homme de 24 ans. Fume des joints.', undefined],
    ['Homme de 54 ans. Exposition au tabagisme passif.', undefined],
  ] as const)
    assert.equal(read(note).smoking?.value, smoking, note)
})

test('pregnancy in French is read from weeks and tests, and its end or a wish is none', () => {
  for (const [note, pregnant] of [
    ['Patiente de 35 ans, 24 semaines de grossesse.', 'yes'],
    ['Femme de 36 ans, grossesse gémellaire à 29 semaines d’aménorrhée.', 'yes'],
    ['F 24 ans. Retard de règles, test urinaire à l’accueil : positif.', 'yes'],
    ['Adolescente de 15 ans. Test de grossesse urinaire négatif.', 'no'],
    ['Patiente de 29 ans, grossesse exclue.', 'no'],
    ['Femme de 24 ans, test urinaire positif aux opiacés.', undefined],
    ['Femme de 33 ans, désir de grossesse.', undefined],
    ['Fille de 5 ans, née à 24 semaines de grossesse.', undefined],
  ] as const)
    assert.equal(read(note).pregnant?.value, pregnant, note)
  const { findings } = read('Femme de 36 ans, grossesse à 29 semaines d’aménorrhée.')
  assert.ok(!findings.some(({ words }) => /aménorrhée/i.test(words)))
})

test('ages and sexes are those of the person, in letters too', () => {
  for (const [note, age, sex] of [
    ['Motif : consultation du 7e mois\nPatiente : 33 ans, G3P1, 28 SA', 33, 'FEMALE'],
    ['Patiente de 35 ans d’origine vietnamienne.', 35, 'FEMALE'],
    ['Madame, Monsieur, je vous contacte pour mon mari Gérard, 71 ans, qui tousse.', 71, 'MALE'],
    ['Bonjour, c’est pour mon p’tit gars Théo de 11 mois. J’allaite encore.', 11, 'MALE'],
    ['H, 49 ans\nToux.', 49, 'MALE'],
    ['Monsieur, 33 ans, toux.', 33, 'MALE'],
    ['Lucas, 12 ans, diabète. Vu avec son père.', 12, 'MALE'],
  ] as const) {
    const patient = read(note)
    assert.deepEqual([patient.age?.value, patient.sex?.value], [age, sex], note)
  }
  const baby = read('Notre petite Juliette a 7 semaines. Je l’allaite et je prends du Motilium.')
  assert.equal(baby.age?.value, 7)
  assert.equal(baby.lactating, undefined)
  assert.deepEqual(baby.treatments, [])
})

test('values before and now are told apart, and a sign or an arrow is no bound', () => {
  for (const [note, wanted] of [
    ['Homme de 60 ans. Hémoglobine passée de 12 à 8,5 g/dl.', ['12 before', '8.5']],
    ['Homme de 60 ans. Créat 128 µmol/l (base 70).', ['128', '70 before']],
    ['Homme de 60 ans. FEVG à 34 %, elle était à 28 % en mars.', ['34', '28 before']],
    ['Femme de 80 ans. Poids 51 kg, elle en pesait 56.', ['51', '56 before']],
    ['Homme de 60 ans. HbA1c à 9,2 % (8,1 % auparavant).', ['9.2', '8.1 before']],
    ['Homme de 60 ans. HbA1c : 8,4 -> 7,1 %.', ['8.4 before', '7.1']],
    ['Homme de 60 ans. Poids : 71 kg (+ 8).', ['71']],
    ['Homme de 60 ans. ACE 212 ng/ml vs 96 en avril.', ['212', '96 before']],
    ['Homme de 60 ans. T° 36,7, 82 kg.', ['36.7', '82']],
    ['Homme de 60 ans. Taille 1m72.', ['1.72']],
    ['Femme de 21 ans. TA 168/104, contrôle 162/100.', ['168 before', '104 before', '162', '100']],
  ] as const)
    assert.deepEqual(
      read(note).measures.map(
        ({ value, earlier, comparator = '' }) => `${comparator}${value}${earlier ? ' before' : ''}`,
      ),
      wanted,
      note,
    )
})

test('usual French names of measures are read with their units', () => {
  for (const [note, wanted] of [
    ['Homme de 60 ans. Plaq 94 G/l.', 'platelets 94 10*9/L'],
    ['Homme de 60 ans. Neutropénie à 0,8 G/l.', 'neutrophils 0.8 10*9/L'],
    ['Homme de 60 ans. Hyperkaliémie à 6,2 mmol/l.', 'potassium 6.2 mmol/L'],
    ['Homme de 60 ans. Pu 3,2 g/24 h.', 'urineProtein 3.2 g/d'],
    ['Homme de 60 ans. AAN 1/1280 mouchetés.', 'ana 1280 {titer}'],
    ['Garçon de 3 ans, 39,5 de fièvre.', 'temperature 39.5 Cel'],
    ['Homme de 60 ans. ACE 212 ng/ml.', 'cea 212 ng/mL'],
  ] as const) {
    const [measured] = read(note).measures
    assert.equal(`${measured?.what} ${measured?.value} ${measured?.unit}`, wanted, note)
  }
})

test('a minus sign denies, and letters that are no finding or medicine name none', () => {
  const tests = read('Homme de 49 ans. VIH –, VHC –.')
  assert.match(said(tests, 'HIV Infections') ?? '', /^absent/)
  assert.match(said(tests, 'Hepatitis C') ?? '', /^absent/)
  const row = read('Homme de 49 ans. VIH - VHB - VHC -')
  assert.match(said(row, 'HIV Infections') ?? '', /^absent/)
  assert.deepEqual(read('Homme de 49 ans. RAS sur le plan digestif.').treatments, [])
  const joints = read('Homme de 60 ans. PR séropositive sous méthotrexate.')
  assert.equal(said(joints, 'HIV Infections'), undefined)
  const nodes = read('Homme de 54 ans. Ganglion sentinelle programmé. Aucune adénopathie.')
  assert.match(said(nodes, 'Lymphadenopathy') ?? '', /^absent/)
})

test('an allergy without a small word is one, beside a denied one too, and a drug for an allergy is taken', () => {
  const patient = read(
    'Femme de 31 ans. Allergie kétoprofène (urticaire) ; pas d’allergie aux antibiotiques.',
  )
  assert.deepEqual(
    patient.allergies.map(({ name, presence }) => [name, presence]),
    [['kétoprofène', 'present']],
  )
  assert.equal(taken(patient, 'kétoprofène'), undefined)
  assert.equal(said(patient, 'Urticaria'), 'present history patient')
  const hay = read('Homme de 20 ans. Allergie saisonnière traitée par cétirizine.')
  assert.equal(taken(hay, 'cétirizine'), 'present now')
  assert.deepEqual(hay.allergies, [])
})

test('a son’s illness with his age is the son’s', () => {
  assert.match(
    said(read('Mme G., 82 ans. Son fils de 40 ans est asthmatique.'), 'Asthma') ?? '',
    /family$/,
  )
})
