/** The codes of two letters (one of three) that people write behind a town: states of America and Australia, provinces of Canada. */
export const stateCodes: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI ' +
    'SC SD TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NB NL NSW QLD'
  ).split(' '),
)
