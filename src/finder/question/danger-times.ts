import { dangerWords, says } from './danger-words.ts'

/** What a sentence says of when: what is told as danger needs a mark of now, and nothing that says that it is over. */
export interface DangerTimes {
  /** Minutes, hours, this morning, tonight: it has just begun. */
  readonly isThisHour: boolean
  /** So, or for so many minutes, all at once, at this moment. */
  readonly isNow: boolean
  /** Months or years ago, in a year, once. */
  readonly isOver: boolean
  /** For weeks, months or years; each month, often: an illness that one lives with. */
  readonly isOfLong: boolean
  /** A subject that is read about, and no person. */
  readonly isResearch: boolean
}

/** What a sentence, read as `asDangerIsRead` gives it, says of when. */
export function dangerTimes(text: string): DangerTimes {
  const isThisHour = says(text, thisHour)
  return {
    isThisHour,
    isNow: isThisHour || says(text, lasting) || says(text, atOnce),
    isOver: over.test(text),
    isOfLong: long.test(text) || habit.test(text),
    isResearch: research.test(text),
  }
}

function once(source: string): RegExp {
  return new RegExp(dangerWords(source).source, 'u')
}

const few =
  '(?:(?:about|over|almost|more than|the last|the past|environ|plus de|presque|bientôt) )?(?:an?|one|two|three|four|five|six|ten|half an?|a few|a couple of|several|some|\\d+(?:[.,]\\d+)?|une?|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente|quelques|plusieurs|une demi(?:e)?)[ -]?'
const minutes = '(?:minutes?|mins?|mn|hours?|hrs?|h|heures?|demi-heure|demi heure|seconds?)'
const today =
  "(?:this (?:morning|afternoon|evening|minute|second|instant)|last night|yesterday(?: \\p{L}+)?|tonight|today|noon|midnight|ce matin|ce soir|cet après-midi|cette nuit|hier(?: soir| matin)?|aujourd'hui|tout à l'heure|midi|minuit|la nuit dernière|tantôt|lunch(?:time)?|breakfast|dinner|teatime|supper|le (?:déjeuner|dîner|réveil|goûter|petit[- ]déjeuner)|(?:\\d{1,2} ?(?:am|pm|o'clock))|\\d{1,2} ?h(?:eures?)? du (?:matin|soir))"

const thisHour = dangerWords(
  `(?:since|depuis) (?:${few}${minutes}|${today})|${today}|${few}${minutes} ago|il y a (?:à peine )?${few}${minutes}`,
)
const lasting = dangerWords(
  `(?:for|lasting|lasted|lasts|dure(?: depuis)?|pendant|going on for) ${few}${minutes}|pour ${few}minutes`,
)
const atOnce = dangerWords(
  "(?:right |just )now|(?<!(?:and|is|are|from|until) )now|and now|at (?:this|the) (?:very )?moment|as we speak|sudden(?:ly)?|out of nowhere|all at once|having an?|(?:fait|fais) (?:un|une)|just (?:had|started|began|collapsed|fainted|took|swallowed|ate|drank)|soudain(?:e(?:ment)?)?|brutal(?:e(?:ment)?)?|brusque(?:ment)?|d'un coup|tout à coup|d'un seul coup|en ce moment|maintenant|à l'instant|en cours|en train (?:de|d')|vient (?:de|d')|viens de|urgent(?:ly)?|emergency|urgence|vite|help|au secours|que faire|quoi faire|what (?:do|should|can) (?:i|we) do",
)

const over = once(
  "(?:weeks?|months?|years?|yrs?|decades?|long(?: time)?|while) ago|last (?:year|month|week|summer|winter|spring|autumn)|in (?:19|20)\\d\\d|(?:19|20)\\d\\d|as a (?:child|kid|teen\\p{L}*)|used to|history of|previous(?:ly)?|years? (?:old )?(?:later|before)|survived|once|in the past|il y a (?:\\p{L}+ ){0,2}(?:\\d+ )?(?:ans?|années?|mois|semaines?|longtemps)|antécédents?|ancien(?:ne)?s?|autrefois|jadis|avant|(?:an|mois|année|été|hiver|semaine) (?:dernier|dernière|passé|passée)|quand (?:il|elle|j')? ?(?:était|étais|avait|avais)|étant (?:petite?|enfant|jeune)",
)

const long = once(
  "(?:since|for|depuis|pendant|after|après|durant) (?:about |over |more than |the last |the past |almost |plus de |environ |près de |presque )?(?:an?|one|two|three|four|five|six|ten|a few|several|many|\\d+(?:[.,]\\d+)?|une?|deux|trois|quatre|cinq|six|dix|quelques|plusieurs|des)? ?(?:weeks?|months?|years?|yrs?|decades?|semaines?|mois|ans?|années?|ages)|(?:\\d+|two|three|six|ten) (?:weeks?|months?|years?) (?:after|post)|(?:since|depuis) (?:birth|childhood|always|toujours|(?:la |sa |ma )?naissance|l'enfance|longtemps)|depuis (?:my|l'|mon|son) ?(?:avc|stroke|accident)",
)

const habit = once(
  "(?:every|each|most|some) (?:day|night|morning|week|month|year|time|few|winter|spring|\\d+(?! min))s?|daily|nightly|weekly|monthly|(?:a|per) (?:day|week|month)|par (?:jour|semaine|mois)|(?:tous|toutes) les (?:\\p{L}+ )?(?:jours|mois|semaines|nuits|matins|soirs|ans|\\d+(?! min))|chaque|often|always|sometimes|usually|recurr\\p{L}+|chroni\\p{L}+|souvent|toujours|parfois|à chaque|quelquefois|régulièrement|when (?:i|he|she) (?:walks?|runs?|eats?|exercises?|climbs?|coughs?|sneezes?)|when (?:walking|running|climbing|eating|exercising|lying)|(?:à|pendant) (?:la marche|l'effort)|hereditary|héréditaire|in between|between periods|entre les règles|stable|rehab\\p{L}*|rééducation|recovery|stabilisée?",
)

const research = once(
  'prevent\\p{L}*|prévention|stud(?:y|ies)|trials?|research|étude|essai|recherche|literature|guidelines?|recommandations?|screening|dépistage|vaccin\\p{L}*|simulation|survivors?|prevalence|registry|recruit\\p{L}*',
)
