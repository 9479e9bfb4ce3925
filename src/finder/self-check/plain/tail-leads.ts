import type { TailWithThings } from '../../../words/language/asked.ts'
import { type WordForms, writtenForms } from './forms.ts'

/** After these a row is theirs; after the others its end may belong to what stands before. */
export const ofTheirRow: ReadonlySet<TailWithThings> = new Set([
  'examples',
  'counting',
  'except',
  'defined',
  'to',
])

/** These may stand after a comma. */
export const afterComma: ReadonlySet<TailWithThings> = new Set([
  'examples',
  'counting',
  'except',
  'defined',
])

/** The words with which what is said after a thing begins. */
export const tailLeads: readonly (readonly [WordForms, TailWithThings])[] = [
  [
    writtenForms([
      'such as',
      'e g',
      'eg',
      'for example',
      'for instance',
      'including but not limited to',
      'including , but not limited to ,',
      'including , but not limited to',
      'including but not limited to :',
    ]),
    'examples',
  ],
  [writtenForms(['including']), 'counting'],
  [writtenForms(['i e', 'ie', 'defined as', 'defined by', 'as defined by']), 'defined'],
  [
    writtenForms([
      'due to',
      'secondary to',
      'caused by',
      'because of',
      'as a result of',
      'resulting from',
      'attributable to',
      'attributed to',
      'induced by',
    ]),
    'because',
  ],
  [writtenForms(['associated with', 'related to', 'linked to']), 'linked'],
  [
    writtenForms([
      'for',
      'for treatment of',
      'for the treatment of',
      'to treat',
      'because of a need for',
    ]),
    'for',
  ],
  [writtenForms(['of', 'of an', 'of a', 'of any']), 'of'],
  [writtenForms(['of the', 'of their']), 'ofThe'],
  [writtenForms(['in the', 'in']), 'in'],
  [writtenForms(['during', 'during the', 'while on', 'while receiving']), 'during'],
  [writtenForms(['after', 'following', 'post', 'subsequent to', 'since']), 'after'],
  [writtenForms(['despite', 'in spite of', 'despite the use of', 'while taking']), 'despite'],
  [
    writtenForms([
      'affecting',
      'involving',
      'that affects',
      'that affect',
      'which affects',
      'that involves',
    ]),
    'affects',
  ],
  [
    writtenForms([
      'treated with',
      'treated by',
      'that are treated with',
      'that is treated with',
      'being treated with',
      'previously treated with',
      'managed with',
      'controlled with',
      'controlled by',
      'receiving',
      'on',
    ]),
    'treated',
  ],
  [writtenForms(['with']), 'with'],
  [writtenForms(['without', 'with no']), 'without'],
  [
    writtenForms([
      'other than',
      'except for',
      'except',
      'excluding',
      'with the exception of',
      'apart from',
      'aside from',
      'with exception of',
      'besides',
    ]),
    'except',
  ],
  [
    writtenForms([
      'requiring',
      'that require',
      'which require',
      'needing',
      'that required',
      'which required',
      'necessitating',
    ]),
    'needs',
  ],
]
