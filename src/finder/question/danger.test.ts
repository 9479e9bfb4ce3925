import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDanger } from './danger.ts'

test('a wish to die is seen, in English and French', () => {
  for (const text of [
    'I want to kill myself',
    'i dont want to live anymore',
    'my son wants to kill himself',
    'thinking about killing myself',
    'I feel suicidal and have depression',
    'wanna die',
    'je veux mourir',
    'J’ai envie d’en finir',
    'mon fils veut se tuer',
    'je pense au suicide',
    'j’ai plus envie de vivre',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
})

test('danger to life at this moment is seen', () => {
  for (const text of [
    'can’t breathe right now',
    'my baby is not breathing',
    'my husband is having a heart attack',
    'crise cardiaque en ce moment',
    'mon père fait un AVC maintenant',
    'je n’arrive plus à respirer',
  ])
    assert.equal(readDanger(text), 'emergency', text)
})

test('what is past, denied, wished for in peace, or a subject of research is none', () => {
  for (const text of [
    'suicide prevention study',
    'prévention du suicide',
    'study of ketamine for suicidal thoughts',
    'suicidal ideation depression',
    'heart attack 2 years ago',
    'I had a stroke and now I cannot speak',
    'I tried to kill myself last year',
    'I don’t want to die of cancer',
    'je ne veux pas mourir',
    'my dad wants to die at home',
    'infarctus il y a 3 ans',
    'stroke rehabilitation now recruiting',
    'COPD can’t breathe well at night',
    'asthma',
    '',
  ])
    assert.equal(readDanger(text), undefined, text)
})
