import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type FewStudy, fewStudies } from '../../../testing/few-studies.ts'

function about(title: string, mesh: string, more: FewStudy = {}): FewStudy {
  return {
    identificationModule: { nctId: '', briefTitle: title },
    conditionsModule: { conditions: [title] },
    derived: { conditionBrowseModule: { meshes: [{ term: mesh }] } },
    ...more,
  }
}

const drug = (name: string) => ({ armsInterventionsModule: { interventions: [{ name }] } })

const studies = fewStudies([
  about('Kawasaki disease', 'Mucocutaneous Lymph Node Syndrome'), // 1
  about(
    'Kawasaki disease with methotrexate',
    'Mucocutaneous Lymph Node Syndrome',
    drug('Methotrexate'),
  ), // 2
  about('Breast cancer', 'Breast Neoplasms'), // 3
  about('Metastatic breast cancer', 'Breast Neoplasms'), // 4
  about('Asthma', 'Asthma'), // 5
  about('Asthma on a bicycle', 'Asthma'), // 6
  about('Lung cancer', 'Lung Neoplasms'), // 7
  about('Lung diseases of the cyclist of a baby', 'Lung Diseases'), // 8
  about('Hodgkin lymphoma', 'Hodgkin Disease'), // 9
  about('Non-Hodgkin lymphoma', 'Lymphoma, Non-Hodgkin'), // 10
  about('Adults with asthma', 'Asthma', { eligibilityModule: { minimumAge: '18 Years' } }), // 11
])
after(() => studies.close())

test('a sentence finds the studies of the illness; its other words only put some first', () => {
  assert.deepEqual(studies.find('My baby has Kawasaki disease'), [1, 2])
  assert.deepEqual(studies.find('my husband has asthma, please help'), [5, 6, 11])
  const { hits } = studies.search('my husband has asthma on a bicycle')
  assert.equal(hits[0]?.nctId, 'NCT00000006')
  assert.equal(hits.length, 3)
  assert.deepEqual(studies.search('my wheezy asthma and the bicycle').understood.ranked, [
    'wheezy',
    'bicycle',
  ])
})

test('what is recognised must all match, as far as any study has all of it', () => {
  assert.deepEqual(studies.find('J’ai un cancer du sein métastatique'), [4])
  assert.deepEqual(studies.find('my baby has kawasaki disease and needs methotrexate'), [2])
  const found = studies.search('I have relapsed breast cancer')
  assert.equal(found.total, 2)
  assert.deepEqual(found.understood.setAside, [{ words: 'relapsed', isDenied: false }])
  // Of what is no cancer a relapse is no other illness to treat, and no stage has its number in most records.
  for (const text of ['I have relapsed Kawasaki disease', 'my breast cancer is stage 3'])
    assert.deepEqual(studies.search(text).understood.setAside, [], text)
  assert.deepEqual(studies.find('breast cancer stage 3'), [3, 4])
  assert.deepEqual(studies.find('I have asthma and breast cancer'), [3, 4, 5, 6, 11])
})

test('a treatment that was tried or cannot be taken need not be named by a study, and it is told', () => {
  for (const [text, treatment] of [
    ['my baby has kawasaki disease and methotrexate failed', 'tried'],
    ['my son has kawasaki disease, methotrexate stopped working', 'tried'],
    ['kawasaki, mon fils ne répond pas au methotrexate', 'tried'],
    ['my son has kawasaki disease and wont take methotrexate', 'not tolerated'],
    ['my kawasaki disease is not controlled on methotrexate', 'tried'],
    ['my baby has kawasaki disease, methotrexate finished', 'tried'],
    ['methotrexate did nothing for my kawasaki disease', 'tried'],
    ['ma maladie de kawasaki mal contrôlée par methotrexate', 'tried'],
    ['my baby has kawasaki disease and is allergic to methotrexate', 'not tolerated'],
    ['mon fils a la maladie de kawasaki et ne supporte pas le methotrexate', 'not tolerated'],
    ['ma fille a la maladie de kawasaki, le methotrexate la fait vomir', 'not tolerated'],
  ] as const) {
    const { total, understood } = studies.search(text)
    assert.equal(total, 2, text)
    assert.deepEqual(
      understood.setAside.map((aside) => aside.treatment),
      [treatment],
      text,
    )
  }
})

test('a medicine in words about a person is what they take, and demanded only where it is asked for', () => {
  const aside = (text: string) =>
    studies.search(text).understood.setAside.map(({ treatment }) => treatment)
  for (const text of [
    'methotrexate turned my son into a zombie, kawasaki disease',
    'he has kawasaki disease methotrexate works fine',
    'wife kawasaki disease, methotrexate + insulin, needs something else',
    'ma fille kawasaki methotrexate puis humira insuffisants',
    'kawasaki methotrexate lui donne des cauchemars',
    'my kawasaki disease, methotrexate for 3 years',
    'mon fils kawasaki, rechute sous methotrexate',
  ]) {
    assert.equal(studies.search(text).total, 2, text)
    assert.ok(aside(text).length > 0, text)
  }
  // An age or a sex that was said makes it somebody's.
  const said = { q: 'kawasaki methotrexate', isOfPerson: true } as const
  assert.equal(studies.search(said).total, 2)
  assert.equal(studies.search('kawasaki methotrexate').total, 1)
  for (const text of [
    'is there a trial of methotrexate for my kawasaki disease',
    'methotrexate for my baby with kawasaki disease',
    'can my son get methotrexate for kawasaki disease',
    'je cherche un essai avec le methotrexate pour ma fille, kawasaki',
    'my daughter has kawasaki disease, I heard methotrexate might help',
  ])
    assert.deepEqual(studies.find(text), [2], text)
})

test('harm that is told of a medicine is no illness beside one, and no pump denies no diabetes', () => {
  const terms = (text: string) => studies.search(text).concepts.map(({ term }) => term)
  assert.deepEqual(terms('ma fille asthme, methotrexate effets secondaires'), ['Asthma'])
  assert.deepEqual(terms('my son has t1d, no insulin pump'), ['Diabetes Mellitus, Type 1'])
})

test('an illness that was not found, or is over, is set aside as denied', () => {
  for (const text of [
    'my son was never diagnosed with breast cancer, he has asthma',
    'breast cancer was ruled out, asthma',
    'cancer du sein écarté, asthme',
    'elle n’a jamais été atteinte d’un cancer du sein, elle a de l’asthme',
    'recovered from breast cancer, now asthma',
    'I no longer have breast cancer, my asthma is bad',
    'guérie d’un cancer du sein, asthme',
    'I had breast cancer in 2012, now asthma',
    'en rémission d’un cancer du sein, maintenant asthme',
  ]) {
    const { concepts, understood } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.ok(
      understood.setAside.some(({ isDenied }) => isDenied),
      text,
    )
  }
  // What is all that is told is looked for.
  assert.deepEqual(studies.find('I had breast cancer in 2012'), [3, 4])
  assert.deepEqual(studies.find('my breast cancer is in remission'), [3, 4])
})

test('what was not looked for is no reason why a study was found', () => {
  const reasons = (text: string) => JSON.stringify(studies.search(text).hits.map(({ why }) => why))
  assert.match(reasons('my baby has kawasaki disease and needs methotrexate'), /methotrexate/)
  assert.doesNotMatch(reasons('my baby has kawasaki disease and methotrexate failed'), /methotr/)
  assert.doesNotMatch(reasons('my asthma, no bicycle accident, not cancer'), /cancer/)
})

test('no study takes the sex that was said, or is so near: the rest is shown, and it is told', () => {
  const sex = studies.search({ q: 'my asthma', sex: 'MALE', isSexSaid: true })
  assert.ok(sex.total > 0)
  const far = studies.search({
    q: 'my asthma',
    near: { lat: -48, lon: -120 },
    withinKm: 1,
    isWithinSaid: true,
  })
  assert.equal(far.total, studies.search('my asthma').total)
  assert.deepEqual(far.understood.without, ['distance'])
})

test('any one of several illnesses is enough where "or" or "ou" stands between them', () => {
  for (const text of [
    'asthma or breast cancer',
    'asthme ou cancer du sein',
    'my aunt has asthma or breast cancer',
    'j’ai de l’asthme ou un cancer du sein',
  ]) {
    assert.deepEqual(studies.find(text), [3, 4, 5, 6, 11], text)
    assert.equal(studies.search(text).understood.isEither, true, text)
  }
  assert.deepEqual(studies.find('lung cancer, asthma or breast cancer'), [3, 4, 5, 6, 7, 11])
  assert.deepEqual(studies.find('asthma or breast cancer bicycle'), [6])
  assert.deepEqual(studies.find({ cond: 'asthma or lung cancer' }), [5, 6, 7, 11])
  assert.deepEqual(studies.find('methotrexate or anakinra'), [2])
  assert.deepEqual(studies.find('my lung cancer, no asthma or breast cancer'), [7])
})

test('an illness that is denied is never looked for, and it is told', () => {
  assert.deepEqual(studies.find('my asthma, not cancer'), [5, 6, 11])
  assert.deepEqual(studies.find('je n’ai pas de cancer du sein mais de l’asthme'), [5, 6, 11])
  for (const text of ['my mum has no asthma', 'not asthma', ', not asthma', 'pas d’asthme']) {
    assert.deepEqual(studies.find(text), [], text)
    const { setAside } = studies.search(text).understood
    assert.deepEqual(
      setAside.map(({ isDenied }) => isDenied),
      [true],
      text,
    )
  }
  assert.deepEqual(studies.find('breast cancer not asthma'), [3, 4])
  assert.deepEqual(studies.find('bicycle, no asthma'), [6])
  assert.deepEqual(studies.find('my mum has no "asthma"'), [5, 6, 11])
})

test('what is over is told as over, and what is all that is taken is told as taken', () => {
  const { understood, total } = studies.search('I have asthma, lung cancer all clear')
  assert.equal(total, 3)
  assert.deepEqual(understood.setAside, [{ words: 'lung cancer', isDenied: true, isOver: true }])
  const only = studies.search('my baby has kawasaki disease, not on insulin, methotrexate only')
  assert.deepEqual(
    only.understood.setAside.map(({ words, treatment }) => [words, treatment]),
    [
      ['methotrexate', 'tried'],
      ['insulin,', 'not tolerated'],
    ],
  )
})

test('what is asked to be cured by something is not over, and a terminal illness ends no treatment', () => {
  assert.deepEqual(studies.find('is asthma cured by exercise'), [5, 6, 11])
  const { understood } = studies.search('maladie de kawasaki terminale methotrexate')
  assert.ok(understood.setAside.every(({ treatment }) => treatment === undefined))
})

test('what is denied is not meant by a word that only hints at it', () => {
  const few = fewStudies([
    about('Coeliac disease', 'Celiac Disease'), // 1
    about('Belly ache', 'Abdominal Pain'), // 2
  ])
  try {
    assert.deepEqual(few.find('mal au ventre avec le gluten, pas de maladie coeliaque'), [2])
    assert.deepEqual(few.find('my son is ill with gluten'), [1])
  } finally {
    few.close()
  }
})

test('the joint that is said apart tells which kind of an illness is meant', () => {
  const few = fewStudies([
    about('Osteoarthritis of the knee', 'Osteoarthritis, Knee'), // 1
    about('Osteoarthritis of the hip', 'Osteoarthritis, Hip'), // 2
  ])
  try {
    assert.deepEqual(few.find('genou qui lâche, arthrose'), [1])
    assert.deepEqual(few.find('my hip is shot, osteoarthritis'), [2])
  } finally {
    few.close()
  }
})

test('a denial is read however it is said', () => {
  for (const text of [
    "I don't have breast cancer but I have asthma",
    'my dad does not have breast cancer, he has asthma',
    'my mother died of breast cancer and I have asthma',
    'negative for lung cancer, my asthma is bad',
    'cancer free, my asthma is bad',
    'no family history of breast cancer, but I have asthma',
    'breast cancer no, asthma yes, my son',
    'pas d’antécédents familiaux de cancer du sein, j’ai de l’asthme',
    'ma soeur est morte d’un cancer du sein, j’ai de l’asthme',
  ])
    assert.deepEqual(studies.find(text), [5, 6, 11], text)
})

test('an everyday word is no abbreviation, and no illness for being spelt nearly like one', () => {
  assert.deepEqual(studies.search('I have a cold and asthma').concepts.length, 1)
  assert.deepEqual(studies.search('I work in IT and have asthma').concepts.length, 1)
  assert.deepEqual(studies.search('my dad never smoked, lung cancer').corrections, [])
})

test('the number of a study is found in a sentence', () => {
  assert.deepEqual(studies.find('is NCT00000005 still open for my son?'), [5])
})

test('an illness is its own: neither a wider one nor one whose name holds its words', () => {
  assert.deepEqual(studies.find('my dad has lung cancer'), [7])
  assert.deepEqual(studies.find('my dad has Hodgkin lymphoma'), [9])
  assert.deepEqual(studies.find('my dad has cancer of the lung'), [7])
})

test('a misspelt name is put right where that makes a name, and said', () => {
  const found = studies.search('my wife has brest cancer')
  assert.equal(found.total, 2)
  assert.deepEqual(found.corrections, [{ from: 'brest', to: 'breast' }])
  assert.deepEqual(studies.find('my son has astma'), [5, 6, 11])
  assert.deepEqual(studies.search('my asthma since the brest of the hill').corrections, [])
})

test('keywords must all be found, and only where they are not does the illness stand alone', () => {
  assert.deepEqual(studies.find('asthma bicycle'), [6])
  assert.deepEqual(studies.find('asthma telemonitoring'), [5, 6, 11])
  assert.deepEqual(studies.search('asthma telemonitoring').understood.ranked, ['telemonitoring'])
  assert.deepEqual(studies.find('telemonitoring'), [])
})

test('the initials of an illness beside it are another name of it', () => {
  // A study whose text holds the letters is not the only one that is found.
  const named = fewStudies([
    about('Inflammatory bowel disease, IBD', 'Inflammatory Bowel Diseases'),
    about('Inflammatory bowel disease', 'Inflammatory Bowel Diseases'),
    about(
      'Primary immunodeficiency diseases, a register of PID',
      'Primary Immunodeficiency Diseases',
    ),
    about('Immune globulin', 'Primary Immunodeficiency Diseases'),
    about('Breast cancer in BC', 'Breast Neoplasms'),
    about('Breast cancer', 'Breast Neoplasms'),
    about('Breast cancer, HER2 positive', 'Breast Neoplasms'),
  ])
  after(() => named.close())
  assert.deepEqual(named.find('inflammatory bowel disease IBD'), [1, 2])
  assert.deepEqual(named.find('primary immunodeficiency diseases PID'), [3, 4])
  assert.deepEqual(named.find('my son has primary immunodeficiency disease (PID)'), [3, 4])
  // Two letters may be where somebody lives; other letters are no initials.
  assert.deepEqual(named.find('breast cancer BC'), [5])
  assert.deepEqual(named.find('breast cancer HER2'), [7])
})

test('a common slip is put right as it is said, where that makes a longer name', () => {
  const { corrections } = studies.search('my son has diabetis type 1')
  assert.deepEqual(corrections, [{ from: 'diabetis', to: 'diabetes' }])
})

test('a quoted word of a sentence must be found', () => {
  assert.deepEqual(studies.find('my friend has asthma like a "bicycle"'), [6])
})

test('a French name in quotation marks is the illness or the medicine that it names', () => {
  assert.deepEqual(studies.find('"cancer du sein"'), [3, 4])
  assert.deepEqual(studies.find('« asthme »'), [5, 6, 11])
  assert.deepEqual(studies.find('"méthotrexate"'), [2])
  assert.equal(studies.search('"cancer du sein"').understood.phrases, undefined)
})

test('other words in quotation marks are looked for as they stand, and it is told', () => {
  assert.deepEqual(studies.find('"breast cancer"'), [3, 4])
  assert.deepEqual(studies.find('"asthma on a bicycle"'), [6])
  assert.deepEqual(studies.find('"cancer breast"'), [])
  assert.deepEqual(studies.search('"on a bicycle"').understood.phrases, ['on a bicycle'])
})

test('a sentence in which nothing is recognised finds only what has its telling words', () => {
  assert.deepEqual(studies.find('how do I reset my password'), [])
  assert.equal(studies.search('how do I reset my password').understood.isSentence, true)
})

test('no study takes the age that was said: all ages are shown, and it is told', () => {
  const baby = { least: 0, most: 300 }
  const within = studies.search({ q: 'my asthma', age: baby, isAgeSaid: true })
  assert.equal(within.total, 2)
  assert.equal(within.understood.without, undefined)
  const q = 'adults with asthma "adults"'
  assert.equal(studies.search({ q, age: baby }).total, 0)
  const without = studies.search({ q, age: baby, isAgeSaid: true })
  assert.equal(without.total, 1)
  assert.deepEqual(without.understood.without, ['age'])
})

test('no study is in the area that was said: all places are shown, and it is told', () => {
  const found = studies.search({ q: 'my asthma', area: 'FR', isAreaSaid: true })
  assert.equal(found.total, 3)
  assert.deepEqual(found.understood.without, ['area'])
  assert.equal(studies.search({ q: 'my asthma', area: 'FR' }).total, 0)
})

test('with "exact" nothing is understood: the very words are looked for', () => {
  assert.deepEqual(studies.find({ q: 'my bicycle asthma', exact: true }), [6])
})

test('a dash between words is no sign: nothing is left out for it', () => {
  assert.deepEqual(studies.find('asthma - bicycle'), [6])
  assert.deepEqual(studies.find('asthma -bicycle'), [5, 11])
})

test('long, strange and foreign sentences are answered', () => {
  for (const text of [
    `${'my baby has asthma and '.repeat(80)}`,
    'Ich habe Brustkrebs und suche eine Studie',
    '💊💊 asthma 💊',
    'asthma, diabetes, lupus, psoriasis, gout and gastritis in my family',
    '"unclosed my baby has asthma',
    'John Smith born 12/03/1980 john@example.org has asthma',
  ])
    assert.ok(studies.search(text).total >= 0, text)
  assert.deepEqual(
    studies.find('John Smith born 12/03/1980 john@example.org has asthma'),
    [5, 6, 11],
  )
})

test('no study is said to be found by a small word of a sentence, and no sign is shown with a word', () => {
  const { hits } = studies.search('my baby has asthma, and a bicycle')
  const said = hits.flatMap(({ why }) => why.map(({ words }) => words))
  assert.ok(said.includes('asthma') && said.includes('bicycle'), said.join(' | '))
  assert.ok(
    said.every((words) => !/[,;.]$|\b(?:my|has|and|a)\b/.test(words)),
    said.join(' | '),
  )
})

test('an illness of somebody else is left aside beside one of the seeker’s own, and it is told', () => {
  for (const text of [
    'my neighbour has lung cancer but I have asthma',
    'my mother had breast cancer, I have asthma',
    'ma mère a eu un cancer du sein, moi j’ai de l’asthme',
  ]) {
    assert.deepEqual(studies.find(text), [5, 6, 11], text)
    assert.equal(studies.search(text).understood.setAside[0]?.isOfOther, true, text)
  }
  assert.deepEqual(studies.find('my mother has breast cancer'), [3, 4])
  assert.deepEqual(studies.find('my son has lung cancer and I have asthma'), [5, 6, 7, 11])
})

test('a name in a saying, of a person or of a place is no illness', () => {
  for (const text of [
    'it was a stroke of luck that I found you',
    'my doctor Dr. Hodgkin retired',
    'my name is Crohn',
    'I live on Measles Lane',
    'Ms Smith wants to know',
    'je suis mort de fatigue',
    'docteur Crohn m’a parlé de votre site',
  ])
    assert.deepEqual(studies.search(text).concepts, [], text)
  assert.deepEqual(studies.find('my dad has Hodgkin'), [9])
})

test('what is said not to be so after all is denied', () => {
  assert.deepEqual(studies.find('they thought it was asthma but it is not'), [])
  assert.deepEqual(studies.find('my test for asthma came back negative'), [])
  assert.deepEqual(studies.find('je n’ai jamais eu d’asthme'), [])
})

test('of a name that no study has, the wider name within it is taken, and it is told', () => {
  const found = studies.search('my wife has inflammatory breast cancer')
  assert.deepEqual(
    found.concepts.map(({ term }) => term),
    ['Breast Neoplasms'],
  )
  assert.deepEqual(studies.find('my dad has kidney cancer'), [])
})

test('a French name finds the studies about the illness, beside keywords too', () => {
  assert.deepEqual(studies.find('cancer du poumon'), [7])
  assert.deepEqual(studies.find('cancer du sein bicycle'), [3, 4])
})

test('a French article without its apostrophe is read as one; a word that stands for itself is left', () => {
  assert.deepEqual(studies.search('mon fils a de l’asthme, sortie de crise').understood.ranked, [
    'sortie',
    'crise',
  ])
  assert.deepEqual(studies.find('lasthme'), studies.find("l'asthme"))
  assert.ok(studies.find('lasthme').length > 0)
  const said = studies.search('mapelle Zoé et jai un cancer du sein')
  assert.ok(said.understood.isSentence)
  assert.deepEqual(
    said.concepts.map(({ words, term }) => [words, term]),
    [['cancer du sein', 'Breast Neoplasms']],
  )
  assert.equal(studies.search('lice').concepts[0]?.term, 'Lice Infestations')
})

test('a name that holds a saying is meant', () => {
  assert.deepEqual(
    studies.search('my aunt has broken heart syndrome').concepts.map(({ term }) => term),
    ['Takotsubo Cardiomyopathy'],
  )
  assert.deepEqual(studies.search('she left me with a broken heart').concepts, [])
})

test('where no study has the narrower illness, the wider one that was said beside it is looked for', () => {
  const { concepts, understood, total } = studies.search(
    'my breast cancer, inflammatory breast cancer',
  )
  assert.deepEqual(
    concepts.map(({ term }) => term),
    ['Breast Neoplasms'],
  )
  assert.equal(total, 2)
  assert.deepEqual(understood.ranked, [])
})

test('keywords that are all recognised ask for the stage in the words of records', () => {
  for (const text of ['cancer du sein métastatique', 'metastasised breast cancer']) {
    assert.deepEqual(studies.find(text), [4], text)
    const { stages } = studies.search(text).understood
    assert.deepEqual(
      stages.map(({ english }) => english),
      ['metastatic'],
      text,
    )
  }
})

test('a cancer that has spread to an organ is none of that organ', () => {
  for (const text of ['my cancer has spread to his lungs', 'my mum’s cancer has gone to the lungs'])
    assert.deepEqual(
      studies.search(text).concepts.map(({ term }) => term),
      ['Neoplasms'],
      text,
    )
})

test('in a line of capitals ALL is an illness where nothing is counted by it', () => {
  const terms = (text: string) => studies.search(text).concepts.map(({ term }) => term)
  const leukaemia = ['Precursor Cell Lymphoblastic Leukemia-Lymphoma']
  assert.deepEqual(terms('ALL RELAPSED CHILDREN'), leukaemia)
  assert.deepEqual(terms('PEDIATRIC ALL'), leukaemia)
  assert.deepEqual(terms('ALL STAGES OF LUNG CANCER'), ['Lung Neoplasms'])
  assert.deepEqual(terms('RESULTS FOR ALL'), [])
})

test('of whom somebody died is not denied, and not looked for beside an illness of one’s own', () => {
  const { setAside } = studies.search(
    'my mother died of breast cancer and I have asthma',
  ).understood
  assert.deepEqual(
    setAside.map(({ isDenied, isOfOther }) => [isDenied, isOfOther]),
    [[false, true]],
  )
  assert.deepEqual(studies.find('my mother died of lung cancer'), [7])
  assert.deepEqual(studies.find('his mother had breast cancer, he has asthma'), [5, 6, 11])
})

test('a name does not go on over a comma, and a state that is denied puts no study first', () => {
  const named = (text: string) => studies.search(text).concepts.map(({ term }) => term)
  assert.deepEqual(named('not diabetic, kidney stones'), ['Kidney Calculi'])
  assert.deepEqual(named('bone marrow transplant'), [])
  const { ranked, setAside } = studies.search('not pregnant, I have asthma').understood
  assert.deepEqual([ranked, setAside.map(({ words }) => words)], [[], ['pregnant,']])
  assert.deepEqual(studies.search('chimio mal supportée, asthme').corrections, [])
})

test('a name as it is listed takes no other words with it, and a failure after a medicine is its own', () => {
  const wordsOf = (text: string) => studies.search(text).concepts.map(({ words }) => words)
  assert.deepEqual(wordsOf('breast cancer spread to the liver'), ['breast cancer'])
  assert.deepEqual(wordsOf('long covid tired'), ['long covid'])
  for (const text of ['asthme méthotrexate échec', 'asthma, failure of methotrexate'])
    assert.deepEqual(
      studies.search(text).understood.setAside.map(({ treatment }) => treatment),
      ['tried'],
      text,
    )
  assert.deepEqual(wordsOf('cancer du sein métastases au foie'), ['cancer du sein'])
  // Metastases are said, and no cancer of the liver.
  assert.deepEqual(wordsOf('métastases au foie'), [])
  assert.deepEqual(
    studies.search('métastases au foie').understood.stages.map(({ english }) => english),
    ['liver metastases'],
  )
})

test('two names with a stroke between are two, but where the one is a kind of the other', () => {
  const terms = (text: string) => studies.search(text).concepts.map(({ term }) => term)
  assert.deepEqual(terms('my mum has asthma/kawasaki'), [
    'Asthma',
    'Mucocutaneous Lymph Node Syndrome',
  ])
  assert.deepEqual(terms('my son has asthma and/or kawasaki').length, 2)
})

test('what may be given, or a stage, that is denied puts no study first and is not asked for', () => {
  for (const [text, words] of [
    ['asthma for my son, no placebo please', 'placebo'],
    ['mon fils a de l’asthme, pas de placebo svp', 'placebo'],
    ['je cherche un essai pour l’endométriose, sans hormones', 'hormones'],
    ['mon fils a de l’asthme, sans ablation svp', 'ablation'],
    ['I have breast cancer, it is not metastatic', 'metastatic'],
    ['my son has asthma, we are not looking for surgery', 'surgery'],
    ['mon fils a de l’asthme, statines pas tolérées', 'statines'],
    ['I lost my smell with covid and asthma and it never came back', 'came back'],
  ] as const) {
    const { understood } = studies.search(text)
    assert.deepEqual(understood.setAside, [{ words, isDenied: true }], text)
    assert.ok(!understood.ranked.includes(words), text)
    assert.deepEqual(understood.stages, [], text)
  }
})

test('where no study has both illnesses, it is told that one of them is enough', () => {
  assert.equal(studies.search('I have asthma and breast cancer').understood.isEither, true)
  assert.equal(studies.search('I have asthma').understood.isEither, undefined)
})

test('a mother’s illness is hers beside a child’s, and a sister-in-law’s beside a wife’s', () => {
  for (const text of [
    'my mother has breast cancer, my son has asthma',
    "my wife's sister has breast cancer, my wife has asthma",
    'ma belle-mère a un cancer du sein, mon mari a de l’asthme',
    'mon voisin a guéri de son cancer du sein, moi c’est de l’asthme',
    "my neighbour's kid has breast cancer. mine has asthma",
  ]) {
    const { concepts, understood } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.equal(understood.setAside[0]?.isOfOther, true, text)
  }
})

test('a transplant or its rejection is what is looked for where no illness is named, in any words of records', () => {
  const few = fewStudies([
    about('Kidney allograft rejection', 'Hypertension'), // 1
    about('Islet transplantation', 'Diabetes Mellitus, Type 1'), // 2
    about('A drug in renal transplant recipients', 'Infections', drug('Tacrolimus')), // 3
    about('Kidney Failure, Chronic', 'Kidney Failure, Chronic'), // 4
  ])
  try {
    for (const [text, found] of [
      ['kidney transplant rejection trial', [1]],
      ['greffe de rein rejet essai', [1]],
      ['kidney transplant patient with rejection', [1]],
      ['my dad had a kidney transplant', [1, 3]],
      ['ma mère est greffée du rein, sous tacrolimus', [3]],
    ] as const) {
      const { understood } = few.search(text)
      assert.deepEqual(few.find(text), found, text)
      assert.equal(understood.stages[0]?.isSubject, true, text)
      assert.deepEqual(
        understood.ranked,
        text.endsWith('with rejection') ? ['rejection'] : [],
        text,
      )
    }
    const beside = few.search('my dad has hypertension since his kidney transplant')
    assert.deepEqual(beside.understood.ranked, ['kidney transplant'])
  } finally {
    few.close()
  }
})

test('a kind of an illness is looked for, and not the wider one, though the kind is a sign as well', () => {
  const few = fewStudies([
    about('Immune thrombocytopenia', 'Purpura, Thrombocytopenic, Idiopathic'), // 1
    about('Thrombocytopenia', 'Thrombocytopenia'), // 2
  ])
  try {
    assert.deepEqual(few.find('my low platelets, it is ITP'), [1])
    assert.deepEqual(few.find('my low platelets'), [1, 2])
  } finally {
    few.close()
  }
})

test('what stays behind after an infection is looked for, and not the infection; of a cancer it is the other way round', () => {
  const few = fewStudies([
    about('Tinnitus', 'Tinnitus'), // 1
    about('COVID-19', 'COVID-19'), // 2
    about('Throat cancer', 'Pharyngeal Neoplasms'), // 3
  ])
  try {
    assert.deepEqual(few.find('ringing in my ears since covid'), [1])
    assert.deepEqual(few.find('tired after my throat cancer'), [3])
  } finally {
    few.close()
  }
})

test('healthy volunteers are looked for by their many names, and no such word is put right', () => {
  const few = fewStudies([
    about('A new drug in healthy subjects', 'Asthma'),
    about('Skin', 'Asthma'),
  ])
  try {
    for (const text of [
      'healthy volunteers',
      'heathy volunteer studies that pay',
      'volontaire sain',
      'human guinea pig',
      'je cherche un essai clinique rémunéré',
    ]) {
      assert.deepEqual(few.find(text), [1], text)
      assert.deepEqual(few.search(text).corrections, [], text)
    }
  } finally {
    few.close()
  }
})

test('a French treatment of several words is looked for in English, and its words are put right as nothing else', () => {
  const few = fewStudies([
    about('Kidney transplant recipients', 'Hypertension'), // 1
    about('Renal transplantation in adults', 'Hypertension'), // 2
    about('Ketogenic diet', 'Epilepsy'), // 3
    about('Epilepsy and diet', 'Epilepsy'), // 4
  ])
  try {
    assert.deepEqual(few.find('greffe de rein'), [1, 2])
    assert.deepEqual(few.find('mon père a eu une greffe de rein'), [1, 2])
    const { corrections, hits } = few.search('régime cétogène épilepsie')
    assert.deepEqual(corrections, [])
    assert.equal(hits[0]?.nctId, 'NCT00000003')
  } finally {
    few.close()
  }
})

test('a name that is written as it sounds is put right, and told as it is written', () => {
  const few = fewStudies([about('Hemophilia A', 'Hemophilia A'), about('Pneumonia', 'Pneumonia')])
  try {
    for (const [text, to] of [
      ['hemofilia a', 'hemophilia'],
      ['pneumonnie', 'pneumonie'],
    ] as const) {
      const { corrections, total } = few.search(text)
      assert.deepEqual(
        corrections.map((one) => one.to),
        [to],
      )
      assert.equal(total, 1)
    }
  } finally {
    few.close()
  }
})

test('where no study has both, what an illness came after is left aside, and it is told', () => {
  for (const text of [
    'my son has asthma after breast cancer',
    'de l’asthme suite à un cancer du sein',
  ]) {
    const { concepts, understood } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.equal(understood.isEither, undefined, text)
    assert.equal(understood.setAside.length, 1, text)
  }
})

test('an illness of long ago is left aside beside one of now', () => {
  assert.deepEqual(studies.find('breast cancer, had asthma as a child'), [3, 4])
  assert.deepEqual(studies.find('j’ai un cancer du sein, asthme étant petit'), [3, 4])
})

test('how bad an illness is only puts studies first, in keywords as in a sentence', () => {
  for (const text of ['severe asthma', 'I have severe asthma', 'asthme sévère'])
    assert.deepEqual(studies.find(text), [5, 6, 11], text)
})

test('medicines given together are asked for by the name of all', () => {
  const few = fewStudies([
    about('Colorectal cancer', 'Colorectal Neoplasms', drug('mFOLFOX6')),
    about('Colorectal cancer', 'Colorectal Neoplasms'),
  ])
  after(() => few.close())
  assert.deepEqual(few.find('bowel cancer FOLFOX'), [1])
  assert.deepEqual(few.find('my dad has bowel cancer and FOLFOX stopped working'), [1, 2])
})

test('an illness that a sister has and the child not is left aside', () => {
  assert.deepEqual(
    studies.find('asthma, my sister is the one with breast cancer not him'),
    [5, 6, 11],
  )
})

test('what the parent of a child, or a husband against whom one tells of oneself, has is not asked for', () => {
  for (const [text, aside] of [
    ['daughter of a mother with lung cancer, asthma 7', 'lung cancer,'],
    ['born to a diabetic mother, asthma', 'diabetic'],
    ['fils d’un père épileptique, asthme', 'épileptique,'],
    ['my partner has lung cancer, me asthma', 'lung cancer,'],
    ['mon conjoint a un cancer du poumon et moi de l’asthme', 'cancer du poumon'],
  ] as const) {
    const { concepts, understood } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.deepEqual(
      understood.setAside.map(({ words, isOfOther }) => [words, isOfOther]),
      [[aside, true]],
      text,
    )
  }
})

test('what another has is asked for where it is looked for, and what a child has that is named after oneself', () => {
  for (const text of [
    'ma femme a un cancer du sein, moi de l’asthme, je cherche pour elle',
    'me asthma, my daughter breast cancer',
  ]) {
    const { concepts } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term).toSorted(),
      ['Asthma', 'Breast Neoplasms'],
      text,
    )
  }
})

test('what is over is set aside as over and not as denied, and so is the harm of a medicine beside an illness', () => {
  for (const [text, isOver] of [
    ['pneumonia in the past, asthma', true],
    ['measles last winter, now asthma', true],
    ['varicelle il y a 2 ans, maintenant asthme', true],
    ['no lung cancer, I have asthma', undefined],
  ] as const) {
    const { concepts, understood } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.equal(understood.setAside[0]?.isOver, isOver, text)
  }
  assert.deepEqual(
    studies
      .search('my asthma, methotrexate damaged my liver disease')
      .concepts.map(({ term }) => term),
    ['Asthma'],
  )
})

test('a country, a city or a verb is no misspelt name', () => {
  for (const text of ['asthme, retour du Gabon', 'asthma, back from Lisbon', 'je vais sauter'])
    assert.deepEqual(studies.search(text).corrections, [], text)
})

test('a French treatment is no slip of an illness that its words are like', () => {
  const { corrections, concepts } = studies.search(
    'mon fils a un asthme, la toxine botulique ne marche plus',
  )
  assert.deepEqual(corrections, [])
  assert.deepEqual(
    concepts.map(({ term }) => term),
    ['Asthma'],
  )
})

test('who cares for somebody or gives to them is not searched as ill, and an illness that a test denies is not asked for', () => {
  const few = fewStudies([
    about('Support for family caregivers of people with dementia', 'Dementia'), // 1
    about('A medicine for dementia', 'Dementia'), // 2
    about('Stem cell donors', 'Healthy Volunteers'), // 3
    about('Leukemia', 'Leukemia'), // 4
    about('Fatigue', 'Fatigue'), // 5
    about('HIV infection', 'HIV Infections'), // 6
    about('Hepatitis C', 'Hepatitis C'), // 7
    about('Lupus', 'Lupus Erythematosus, Systemic'), // 8
  ])
  try {
    for (const [text, found] of [
      ['carer for my husband with dementia, exhausted', [1]],
      ['aidante de mon mari, démence, épuisée', [1]],
      ['bone marrow donor for my brother leukemia', [3]],
      ['hiv negative, hepatitis c positive', [7]],
      ['VIH négatif, hépatite C', [7]],
      ['suspected lupus', [8]],
      ['lupus suspecté', [8]],
    ] as const)
      assert.deepEqual(few.find(text), found, text)
    const { setAside } = few.search('carer for my husband with dementia, exhausted').understood
    assert.deepEqual(setAside, [{ words: 'dementia,', isDenied: false, isOfOther: true }])
  } finally {
    few.close()
  }
})

test('what is cured is told as over and not as denied', () => {
  for (const text of ['cured of asthma, breast cancer', 'guérie d’un asthme, cancer du sein']) {
    const { understood } = studies.search(text)
    assert.deepEqual(
      understood.setAside.map(({ isOver }) => isOver),
      [true],
      text,
    )
  }
  const { understood } = studies.search('no asthma, breast cancer')
  assert.deepEqual(
    understood.setAside.map(({ isOver }) => isOver),
    [undefined],
  )
})

test('a value that was measured of somebody is demanded of no study', () => {
  const all = studies.search({ q: 'asthma' }).total
  for (const q of ['ferritin 9 asthma', 'asthme ferritine 8,5', 'asthma fev1 62'])
    assert.equal(studies.search({ q, isOfPerson: true }).total, all, q)
  const { understood } = studies.search({ q: 'asthma phase 3', isOfPerson: true })
  assert.equal(understood.isSentence, false)
})

test('every word that is demanded is told, and beside an age or a place none is', () => {
  const { total, understood } = studies.search('asthma bicycle')
  assert.deepEqual([total, understood.words], [1, ['bicycle']])
  for (const said of [{ isOfPerson: true }, { isPlaceSaid: true }] as const) {
    const found = studies.search({ q: 'asthma bicycle', ...said })
    assert.deepEqual([found.total, found.understood.words], [3, undefined])
    assert.deepEqual(found.understood.ranked, ['bicycle'])
    assert.equal(found.hits[0]?.nctId, 'NCT00000006')
  }
  assert.equal(studies.search('asthma NOT bicycle').understood.words, undefined)
  assert.equal(studies.search('asthma eosinophils 12').total, 3)
})

test('of two illnesses of somebody either is enough, and one that is over is none of them', () => {
  const both = studies.search({ q: 'asthma lung cancer', isOfPerson: true })
  assert.deepEqual([both.total, both.understood.isEither], [4, true])
  for (const text of [
    'I had lung cancer six years ago, now I have asthma',
    'lung cancer in 2017, now asthma',
    'my asthma is bad but I had lung cancer so no steroids',
    'j’ai eu un cancer du poumon, maintenant asthme',
    'cancer du poumon 2018 guéri, maintenant de l’asthme',
    'cancer du poumon il y a six ans, asthme maintenant',
  ]) {
    const { understood, concepts } = studies.search(text)
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      text,
    )
    assert.ok(
      understood.setAside.some(({ isOver }) => isOver),
      text,
    )
  }
  for (const text of [
    'I have lung cancer and now asthma',
    'lung cancer now, and asthma',
    'I had lung cancer, now it came back, and asthma',
    'breast cancer 2019, now lung cancer',
  ])
    assert.equal(studies.search(text).concepts.length, 2, text)
})

test('an allergy that only limits what can be given is no illness to look for, and a rising test is no arthritis', () => {
  for (const q of ['asthma and allergic to latex', 'asthme, allergie à l’iode']) {
    const { concepts, understood } = studies.search({ q, isOfPerson: true })
    assert.deepEqual(
      concepts.map(({ term }) => term),
      ['Asthma'],
      q,
    )
    assert.equal(understood.setAside.length, 1, q)
  }
  for (const q of ['psa going up again', 'le PSA qui remonte depuis mars'])
    assert.ok(
      studies.search(q).concepts.every(({ term }) => term !== 'Arthritis, Psoriatic'),
      q,
    )
})
