import { tokens } from '../../vocabulary/fold.ts'

/** Words, as `tokens()` gives them. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(tokens(text))
}

/** Words that turn what is said round. */
export const denying = wordSet(
  'unable inability unwilling unwillingness incapable not cannot lack refuse refusal fails failure refused refuses incapacity without nor neither no lacking absence unavailable unlikely noncompliance noncompliant impossibility impossible incompetent doesn don didn incapability unability decline declines declined disagree disagreement reject rejects',
)
/** Words that say nothing of what is asked. */
export const filler = wordSet(
  'patient patients subject subjects participant participants individual individuals person people volunteer volunteers adult adults must be is are was were the a an to of for in on at and or with this that these study studies trial research any all have has having had will would should can who whom which their his her he she they them it its by from as each both do does also only well may if s form document documentation process able ability willing willingness capable capability capacity sufficient voluntarily voluntary freely eligible candidates including',
)
