import { codeIn, judgeFailure } from './judge-failure.ts'
import type { ReportKind } from './report.ts'

/** What a mail server says that returns mail in plain words, as qmail and old servers do. */
export function readPlainBounce(text: string): {
  readonly kind: ReportKind
  readonly recipients: readonly string[]
} {
  const said = text.slice(0, startOfCopy(text)).slice(0, mostLetters)
  const recipients = [...said.matchAll(/^\s*<?([^\s<>:]{1,64}@[\w.-]{1,255}?)>?:?\s*$/gm)]
  return {
    kind: kindOf(said),
    recipients: recipients.map(([, address = '']) => address),
  }
}

function kindOf(said: string): ReportKind {
  const isFinal = gaveUp.test(said)
  if (stillTries.test(said) && !isFinal) return 'delayed'
  return isFinal || codeIn(said)?.startsWith('5') === true ? judgeFailure(undefined, said) : 'other'
}

function startOfCopy(text: string): number {
  const found = copyBegins.exec(text)
  return found ? found.index : text.length
}

const copyBegins =
  /^[-=* ]{2,}.{0,40}(?:below this line|copy of (?:the|your) (?:original )?message|original message|returned message|message (?:d'origine|original)|urspr.ngliche nachricht|mensaje original).*$|^(?:return-path|received|message-id):/im
const gaveUp =
  /permanent (?:fatal )?(?:error|failure)|could(?: not|n't) be delivered|w(?:as|ere) not delivered|(?:unable to|wasn't able to|not able to|cannot|can't) (?:be )?deliver|undeliver|delivery (?:has )?failed|giv(?:en|ing) up|gave up|returned to sender|n'a pas pu être (?:remis|distribu)|non remis|échec (?:définitif|de la remise)|(?:konnte|konnten) nicht zugestellt|unzustellbar|no se (?:ha podido|pudo) entregar|no pudo ser entregado/i
const stillTries =
  /delay|still (?:being )?(?:retr|try)|will (?:continue|be retried|keep)|not yet been delivered|warning only|no action is required|retard|différ|verzögert|weiterhin versucht|sigue intent|retraso/i
const mostLetters = 20_000
