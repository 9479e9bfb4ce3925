import { cuesIn } from './reach.ts'
import type { NoteSentence } from './note-sentence.ts'
import { aboutInFrench, otherSmoke, smokingInFrench } from './smoking-fr.ts'
import { isOfOthers } from './whose.ts'

/** Whether a sentence says that the person smokes, did or never has: "Tobacco use: Never", "tabac sevré", "1 ppd". */
export function smokingIn(sentence: NoteSentence): 'current' | 'former' | 'never' | undefined {
  const { whose } = sentence
  const text = sentence.text
    .replace(afterSmoking, ' ')
    .replace(toQuit, ' ')
    .replace(otherSmoke, ' ')
  const isFrench = sentence.language === 'fr'
  const named = about.exec(text) ?? (isFrench ? aboutInFrench.exec(text) : null)
  if (!named || (ofAlcohol.test(text) && /^quit/i.test(named[0]))) return undefined
  if (isOfOthers(sentence, cuesIn(sentence), named.index, named.index + named[0].length))
    return undefined
  if (
    whose.isChild &&
    /\b(?:parents?|household|at home|exposure|passi[fv]e?|second-?hand|foyer|maison|m[èe]re|p[èe]re)\b/i.test(
      text,
    )
  )
    return undefined
  const told = isFrench ? smokingInFrench(text) : undefined
  if (told) return told
  if (
    /(?:advised|conseill[ée]|encouraged|counsel\w*)[^.;]{0,20}(?:quit|stop|arr[êe]t)/i.test(text) &&
    !former.test(text.replace(/(?:advised|encouraged) to (?:quit|stop)[^.;]*/i, ''))
  )
    return current.test(text) ? 'current' : undefined
  if (noMore.test(text)) return 'former'
  if (never.test(text)) return 'never'
  if (notStopped.test(text)) return 'current'
  if (former.test(text)) return 'former'
  if (conseil.test(text) && !current.test(text.replace(conseil, ''))) return undefined
  return current.test(text) ? 'current' : undefined
}

/** "Alcohol: quit 2 years ago" says nothing of tobacco. */
const ofAlcohol = /(?<!\p{L})(?:alcohol|etoh|drink\p{L}*|wine|beer)(?!\p{L})/iu

/** An illness that smoking left. */
const toQuit =
  /(?:ready|wants?|wanting|trying|tries|plans?|planning|willing|likes?|hopes?|hoping|unable|not able|encouraged|advised|urged) to quit/gi
const afterSmoking = /post-?\s?tabagique|smok\p{L}+[- ]related/giu

const about =
  /(?<!\p{L})(?:(?:(?:half )?an?|half|one|two|three|\d(?:\.5)?)(?: a)?[- ]packs? (?:daily|(?:a|per|each|every) day)|(?:non-?|ex-?)?smok\p{L}*|tobacco|(?<=quit |stopped |no |ex-?)tob|cigar\p{L}*|pack[- ]?years?|(?<=[\d½] ?)ppd|tabac|tabagi\p{L}*|fum(?:e|eur|euse|er|ait|[ée]e?|eurs)|(?:non-?|ex-?)fumeu\p{L}+|paquets?[- ]ann[ée]es?|PA(?=,|\.|\)|;|$)|vapote|chicha|quit \d+)(?!\p{L})/iu

const noMore = /(?:does|do|did)(?:n['’]?t| not) smoke any ?more|no longer smok/i
const never =
  /(?<!\p{L})(?:non-?\s?smok\p{L}+|never[- ](?:been a |a )?smok\p{L}*|never-smok\p{L}*|(?:does|do|did|has|will|wo|is|am)(?:n['’]?t| not|es not) (?:\p{L}+ ){0,3}smok\p{L}+|(?:doesnt|dosnt|dont|didnt) smok\p{L}+|not a smoker|den(?:ies|ied) (?:\p{L}+,? ){0,4}?(?:smoking|tobacco|cigarettes?)|no (?:history of |known )?(?:smoking|tobacco|tob|cigarettes?|smoker)|negative for (?:\p{L}+,? ){0,3}smoking|neither smok\p{L}+|smok\p{L}+\s?(?:history|status)?\s?[:=-]\s?(?:no(?:ne)?|never|neg\w*|nil|denie[sd]|0)(?!\p{L})|tobacco(?: use| abuse| history)?\s?[:=-]\s?(?:no(?:ne)?|never|neg\w*|nil|denie[sd]|0)(?!\p{L})|never (?:used )?tobacco|non[- ]?fumeu(?:r|se)|n['’]a jamais fum[ée]|jamais fum[ée]|ne fume pas|ni tabac|(?:pas|sans|z[ée]ro) (?:de |d['’])?(?:tabac|tabagisme)|tabac (?:0|z[ée]ro|non(?! sevr)|-)|taba(?:c|gisme)\s?[:=]\s?(?:non|jamais|0|aucun|nie|absent|n[ée]gatif)(?!\p{L})|fume pas|fumeu(?:r|se)\s?:\s?non)/iu
const former =
  /(?<!\p{L})(?:(?:does|do)(?:n['’]?t| not) smoke any ?more|no longer smokes?|(?:ex|former|past|previous|prior|reformed)[- ]?smok\p{L}+|quit(?! (?:line|date))(?: smoking)?(?! \?)|(?:stopped|gave up|given up|ceased) (?:smoking|cigarettes|tobacco)|smoked (?:until|in the past|previously)|(?:history of|hx of) (?:smoking|tobacco)|smok\p{L}+\s?:\s?(?:former|ex|quit|previous)|tobacco(?: use)?\s?:\s?(?:former|ex|quit|previous)|ex-?\s?fumeu(?:r|se)|anciens? fumeu(?:r|se)|ancienne fumeuse|fumeu(?:r|se) sevr[ée]e?|ne fume plus|(?:a |avait )?arr[êe]t[ée] (?:de fumer|le tabac|la cigarette)|taba(?:c|gisme)\s?:?\s(?:sevr[ée]|arr[êe]t[ée]|ancien|stopp[ée])|sevr[ée]e? (?:du tabac|depuis)|tabagisme sevr[ée]|arr[êe]t (?:du )?tabac (?:en|il y a|depuis)|fumait)/iu
const notStopped = /taba(?:c|gisme) non sevr[ée]/iu
const conseil = /arr[êe]t du tabac (?:conseill|recommand|propos|souhait)\p{L}*|sevrage tabagique/iu
const current =
  /(?<!\p{L})(?:(?:current|heavy|active|chronic|light|social|occasional|ongoing) smok\p{L}+|(?:is|was) a smoker|smoker|smok(?:es|ing) \d|smokes|smoking\s?[:=]\s?(?:yes|current|\d)|still smok\p{L}+|(?<=[\d½] ?)ppd|current tobacco|tobacco \d|tobacco(?: use| abuse)?\s?[:=]\s?(?:yes|current|\d|active)|tobacco (?:abuse|use)(?!\s?[:=])|\d+ cig\p{L}*|cigarettes? (?:a|per) day|(?:half|an?|one|two|three|\d)[- ]packs? (?:daily|(?:a|per|each|every) day)|cigarettes? \d+|\d+ (?:a|per) day cigarettes|vapes and smokes|roll-ups|taba(?:c|gisme) (?:actif|active|en cours|roul[ée]|\d|[àa] \d|persistant|estim[ée])|taba(?:c|gisme)\s?[:=]\s?(?:oui|actif|\d)|tabagisme(?! passif)|tabagique(?! pass)|fume (?:\d|encore|toujours|un|environ|des|la)|il fume|elle fume|fumeu(?:r|se)|(?<=, |\. |^)tabac(?=\.|,|$))(?!\p{L})/iu
