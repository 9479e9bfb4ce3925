import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOf, decidingQuestion, markedQuestion } from '../../testing/test-check.ts'
import { outcomeOf } from './outcome.ts'
import { nothingTold } from './read-answers.ts'

function out(rule: string): string | undefined {
  return markedQuestion(rule, 'Exclusion')
}

function asked(rule: string): string | undefined {
  return markedQuestion(rule, 'Inclusion')
}

test('who says yes to a short rule that says what its question asks is kept out', () => {
  for (const [rule, question] of [
    ['Be lactating at the time of enrolment;', 'Are you breast-feeding?'],
    ['Known case of HIV infection', 'Do you have HIV?'],
    ['Already taking warfarin', 'Do you take or get warfarin?'],
  ] as const)
    assert.equal(out(rule), question, rule)
  assert.equal(out('Pregnant women and newborns'), 'Are you pregnant? [in part]')
  const { study } = checkOf('Exclusion Criteria:\n\n* Be pregnant at the time of enrolment')
  const told = { ...nothingTold('me'), condition: 'yes' as const, answers: { e1: 'yes' as const } }
  assert.equal(outcomeOf(told, study).overall, 'probably not')
})

test('what is said beside it leaves a short rule as open as it was', () => {
  for (const rule of [
    'Recent history of uncontrolled asthma',
    'History of certain diseases of the skin',
    'Women with known zorbled asthma',
    'Severe, uncontrolled or active asthma',
  ])
    assert.match(out(rule) ?? '[wider]', /wider|part/, rule)
  const lists = checkOf('Exclusion Criteria:\n\n* Zorbled severe illnesses:\n\n  * Asthma')
  const ask = lists.study.asks.get('e1.1')
  assert.ok(ask?.kind !== 'rule' || ask.rule.isWide)
})

test('an illness of its own kind is told from the one of the study, and a wider one is not', () => {
  const study = ['Heart Failure', 'Dilated Cardiomyopathy']
  assert.match(
    decidingQuestion('Ischaemic cardiomyopathy', 'Exclusion', study)[0] ?? '',
    /ischaemic/,
  )
  for (const rule of ['Heart disease', 'Cardiac disease or ischemic cardiomyopathy'])
    assert.deepEqual(decidingQuestion(rule, 'Exclusion', study), ['undecided'], rule)
  assert.deepEqual(decidingQuestion('Active malignancy', 'Exclusion', ['Breast Cancer']), [
    'undecided',
  ])
})

test('a bare event is of now: who once had one is not kept out by it', () => {
  assert.match(out('Stroke') ?? '', /\[wider\]$/)
  assert.doesNotMatch(out('History of stroke') ?? 'wider', /wider/)
  assert.doesNotMatch(out('Stroke within 3 months') ?? 'wider', /wider/)
})

test('a measure of then is not the one of today, and a change is no level', () => {
  assert.match(out('Previous haemoglobin below 8 g/dL') ?? '', /\[wider\] \[in part\]$/)
  assert.doesNotMatch(out('Haemoglobin below 8 g/dL') ?? 'wider', /wider/)
  assert.equal(asked('A decrease in LVEF of at least 15 %'), undefined)
})

test('who is or plans to be pregnant is asked both, and a plan of some time leaves a yes open', () => {
  assert.match(
    out('Women who are or plan to become pregnant within 2 years') ?? '',
    /Are you pregnant, or/,
  )
  assert.match(out('Planning to become pregnant within the next 8 months') ?? '', /\[wider\]$/)
  assert.equal(out('Planning to become pregnant'), 'Are you planning to become pregnant?')
})

test('of two bans a no to the first tells nothing of the second', () => {
  assert.match(asked('No concurrent radiotherapy. No zorbled blurgs.') ?? '', /in part/)
  const old =
    'Zorb therapy: No concurrent radiotherapy, including proton beams No concurrent zorbled blurgs'
  assert.match(asked(old) ?? 'in part', /in part/)
})

test('what is said of the first of a row may be said of each', () => {
  assert.match(out('Uncontrolled diabetes or asthma') ?? '', /wider/)
  assert.doesNotMatch(out('Asthma or angina') ?? 'wider', /wider/)
})

test('a kind that its plain name does not hold leaves the question wider', () => {
  assert.match(out('Loop diuretics') ?? '', /loop diuretic/)
  assert.match(out('Morbid obesity') ?? '', /very serious/)
  assert.match(out('Inguinal hernia') ?? '', /hernia\?( \[wider\])?$/)
  assert.match(asked('Agrees to provide archival tumor tissue') ?? '', /earlier sample/)
})

test('a treatment of which no illness is said decides nothing, and who walks may use a stick', () => {
  assert.match(asked('On regular medication') ?? '[wider] [in part]', /\[wider\] \[in part\]$/)
  assert.equal(asked('Ambulatory'), 'Can you walk without help? [in part]')
  assert.equal(asked('Able to walk without help'), 'Can you walk without help?')
})

test('what only sounds like the question is not asked', () => {
  for (const rule of [
    'HIV-1 RNA above 500 copies/mL',
    'Ultraviolet radiation in the last month',
    'High risk for general anaesthesia',
    'Influenza in people who qualify for other clinical trials',
    'Inability to tolerate zorbs',
    'Every answer must be NO',
    'Hay Fever Group',
  ])
    assert.doesNotMatch(out(rule) ?? '', /HIV|radio|operation|medical study|visits|group/i, rule)
  assert.doesNotMatch(asked('Willing to use a home blood pressure monitor') ?? '', /too high/)
})
