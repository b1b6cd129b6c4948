/** One kind of page furniture. `applies` sees a line without Markdown's marks, white space collapsed, apostrophes straight. */
export type FurnitureRule = { readonly why: string; readonly applies: (line: string) => boolean }

/** Characters in the longest line that a rule for labels, buttons and links looks at; a headline to click on fits. */
export const LONGEST_LINK_LINE = 240
/** The same for a credit or a button: no sentence is that short and has none of the words a rule asks for. */
export const LONGEST_CREDIT_LINE = 100
/** Different signs of an appeal for money that a paragraph must show; one alone is often news about donations. */
export const LEAST_APPEAL_SIGNS = 2

/** What stands alone on a line of a site's menu. One such line may be a heading, several in a row are a menu. */
export const MENU_WORDS: ReadonlySet<string> = new Set(
  `home|news|local|local news|world|us|u.s.|politics|business|money|markets|tech|technology|science|health|sport|sports
  |opinion|opinions|editorials|letters|arts|culture|entertainment|lifestyle|life|style|travel|food|weather|traffic
  |video|videos|photos|podcasts|radio|tv|live|watch live|listen live|schedule|events|contests|obituaries|classifieds
  |about|about us|contact|contact us|help|jobs|careers|advertise|subscribe|log in|login|sign in|sign up|register
  |my account|search|menu|more|top stories|latest|latest news|newsletters|donate|shop|store|archive|archives|sections`
    .split('|')
    .map((word) => word.trim()),
)

const BUTTONS = new Set(
  `x|×|✕|✖|close|menu|skip to content|skip to main content|skip navigation|back to top|breaking news|log in|sign in
  |subscribe now|share|share this|share this story|share this article|share this page|share on facebook
  |share on twitter|tweet|tweet this|email this|email this article|print this|print this article|save article
  |read more|read more »|see more|see more »|show more|load more|view all|see all|view comments|show comments
  |leave a comment|post a comment|join the conversation|continue reading|listen to this article|loading|loading…
  |loading...|click to expand|toggle navigation|play video|watch video|view gallery|see gallery|copy link`
    .split('|')
    .map((word) => word.trim()),
)

const ADVERTISING = /^(?:advertisements?|advertising|sponsored|sponsored content|paid content|paid post|promoted)$/i
const ADVERTISING_GAP =
  /^(?:(?:story|article|report) continues (?:below|after)\b.{0,40}|advertisement\s*[-–—:].{0,60}|scroll (?:down )?to continue(?: reading)?\.?)$/i

const OTHER_STORY =
  /^(?:read(?: also| more| next| now| this(?: next)?)?|also read|also see|see(?: also)?|watch(?: also| more| now| next)?|listen(?: also| now)?|view(?: also)?|related(?: (?:stories|story|articles?|links?|coverage|content|reading|news|video|videos))?|more(?: (?:stories|news|coverage|reading|from [\p{L}\p{N} .'&-]{2,40}|on this(?: story)?))?|further reading|recommended(?: (?:reading|for you))?|don't miss|in case you missed it|up next|previously|earlier) ?:\s*\S/iu
const OTHER_STORY_HEADING =
  /^(?:read also|also read|see also|watch also|related(?: (?:stories|story|articles?|links?|coverage|content|news|videos?|topics))?|more stories|more from [\p{L}\p{N} .'&-]{2,40}|you (?:may|might) also (?:like|enjoy|be interested in)|recommended(?: (?:stories|articles|videos|for you))|most (?:read|popular|viewed|shared)(?: (?:stories|articles))?|trending(?: now| stories)?|popular (?:stories|articles)|up next|editors'? picks?|before you (?:leave|go),? (?:check|read|see|watch) (?:this|these)(?: out)?|(?:next|previous) (?:story|article)) ?[:»>]?$/iu

const MORE_BUTTON = /^more ?(?:\(\d*\) ?»?|»)$/i
const CLICK = /^\[?(?:click|tap) (?:here|below|on the (?:link|video|image|photo)s?)\b(?:(?![.!?] \p{Lu}).){0,160}$/iu
const VIDEO_STRIP = /^videos? (?:by|from|courtesy of|provided by) [^.!?]{2,40}(?:\.(?:com|org|net|tv))?$/i

const FOLLOW =
  /^(?:please )?(?:follow|like|join|find|connect with) (?:us|me|our|@\w+|[\p{L}.'-]+(?: [\p{L}.'-]+){0,4})\b.{0,20}\b(?:on|at|via) (?:twitter|x|facebook|instagram|youtube|tiktok|linkedin|threads|bluesky|mastodon|social media|whatsapp|telegram)\b.{0,80}$/iu
const FOLLOW_FOR_MORE = /^follow (?:us|me|along|@\w+)(?: here)? for (?:more|the latest|updates)\b.{0,60}$/i
const CONVERSATION =
  /^(?:continue|join) the (?:conversation|discussion)\b.{0,60}\b(?:on|at|in) (?:facebook|twitter|instagram|the comments|our)\b.{0,40}$/i

const NEWSLETTER =
  /^(?:(?:please )?(?:sign up|subscribe)(?: (?:here|now|today))? (?:for|to) (?:our|the|your|my|a|free|daily|weekly|breaking)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts?|podcast|updates|channel|briefing)\b.{0,120}|get (?:our|the|breaking news|more stories|stories)\b.{0,120}\b(?:newsletter|in(?:to)? your inbox|to your inbox|app)\b.{0,80}|download (?:our|the) [\p{L}\p{N} ]{0,40}app\b.{0,80}|enter your e-?mail(?: address)?\b.{0,80}|(?:sign up|subscribe)(?: (?:here|now|today))?[.!]?)$/iu

const COPYRIGHT =
  /^(?:(?:©|\(c\)|copyright)[ ©]*(?:\(c\) ?)?(?:19|20)\d\d\b.{0,200}|(?:.{0,60}[.,] )?all rights reserved\.?(?: this material may not be .{0,160})?|this material may not be published, broadcast, rewritten.{0,120})$/i
const COOKIES = /\bcookies?\b/i
const COOKIE_NOTICE =
  /\b(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? (?:\w+ ){0,3}cookies\b|\b(?:accept|manage|reject) (?:all )?cookies\b|\bcookie (?:policy|settings|preferences|notice)\b/i

const AGENCY = '(?:getty(?: images)?|ap(?: photo)?|afp|reuters|shutterstock|istock|alamy|epa|bloomberg|tns|zuma)'
const CREDIT_LABEL =
  /^\(?(?:photos?|images?|pictures?|photographs?|illustration|video)(?: credit| courtesy)?(?: ?: ?| (?:by|courtesy of|via) )[^.!?:;]{2,70}\)?$/i
const CREDIT_AGENCY = new RegExp(`^\\(?[^.!?:;]{0,60}?(?:/| via | ?\\| ?) ?${AGENCY}(?: images)?\\)?$`, 'i')
const CREDIT_ALONE = /^\(?(?:getty images|ap photo|shutterstock|istock|alamy)(?:\/[\p{L} .'-]{2,40})?\)?$/iu

const APPEAL_BUTTON =
  /^(?:donate(?: (?:now|today|here|to [\p{L}\p{N} .'&-]{2,40}))?|(?:make a|give a) (?:donation|gift)(?: (?:now|today))?|(?:support|fund) (?:us|our (?:work|mission|journalism|newsroom|reporting))(?: (?:now|today))?|become a (?:member|supporter|sustaining member)(?: (?:now|today))?|give (?:now|today))[.!»]?$/iu
const APPEAL_SIGNS: readonly RegExp[] = [
  /\b(?:please )?(?:donate|give|contribute) (?:today|now|here|what you can)\b|\bplease (?:donate|give|contribute)\b/i,
  /\bsupport (?:our|this|independent|local|nonprofit|non-profit|public)\b.{0,20}\b(?:mission|work|journalism|newsroom|reporting|news|media|radio)\b/i,
  /\bas an? (?:\w+ ){0,2}(?:non-?profit|independent|member-supported|listener-supported|reader-supported)\b/i,
  /\b(?:your|donations from|contributions from|gifts from|support of)\b.{0,40}\b(?:donations?|contributions?|gifts?|people like you|readers like you|listeners like you|members)\b/i,
  /\bbecome a (?:\w+ )?(?:member|supporter|subscriber)\b/i,
  /\bbecause of (?:you|readers like you|our (?:members|readers|listeners))\b/i,
  /\b(?:tax-deductible|make a (?:\w+ )?(?:donation|contribution|gift))\b/i,
]
const ADDRESSES_READER = /\byou(?:rs?)?\b/i
/** Somebody is quoted or reported as asking: then it is news about an appeal and not the page's own. */
const REPORTED = /["“”]|\b(?:said|says|told|asked|asks|wrote|writes|urged|according to)\b/i

function isMenuBar(line: string): boolean {
  const entries = line.split(/ ?[|•·»>/] ?/).map((entry) => entry.trim())
  if (entries.length < 3 || entries.some((entry) => entry.length > 25 || /[.!?;:]$/.test(entry))) return false
  const known = entries.filter((entry) => MENU_WORDS.has(entry.toLowerCase())).length
  return known * 2 > entries.length
}

function isAppeal(line: string): boolean {
  if (!ADDRESSES_READER.test(line) || REPORTED.test(line)) return false
  return APPEAL_SIGNS.filter((sign) => sign.test(line)).length >= LEAST_APPEAL_SIGNS
}

const isShort = (line: string, most: number) => line.length <= most

/** The first words, in lower case, of every line that a rule which looks at a line's beginning can apply to. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...MENU_WORDS, ...BUTTONS]
    .flatMap((words) => firstWord(words) ?? [])
    .concat(
      (
        'advertisement advertisements advertising sponsored paid promoted story article report scroll read also see watch ' +
        "listen view related more further recommended don't in up previously earlier you most trending popular editor's " +
        'editors before next previous click tap video videos please follow like join find connect continue sign subscribe ' +
        'get download enter copyright c this photo photos image images picture pictures photograph photographs ' +
        'illustration getty ap shutterstock istock alamy donate make give support fund become'
      ).split(' '),
    ),
)
/** What a line has that a rule applies to which looks at more than its beginning. */
const SIGNS =
  /[|•·»>/©×✕✖]|\bvia\b|rights reserved|cookie|donat|contribut|gift|journalism|support|non-?profit|member|please/i

function firstWord(line: string): string | null {
  return /[\p{L}\p{N}][\p{L}\p{N}']*/u.exec(line)?.[0].toLowerCase() ?? null
}

/** A quick look that passes over nearly all prose; for all lines, where it says no, no rule applies. */
export function mayBeFurniture(line: string): boolean {
  const word = firstWord(line)
  return (word !== null && FIRST_WORDS.has(word)) || SIGNS.test(line)
}

/** Tried in this order; the first that applies gives the reason. */
export const FURNITURE_RULES: readonly FurnitureRule[] = [
  {
    why: 'button',
    applies: (line) => isShort(line, 40) && (BUTTONS.has(line.toLowerCase()) || MORE_BUTTON.test(line)),
  },
  { why: 'menu', applies: (line) => isShort(line, LONGEST_LINK_LINE) && isMenuBar(line) },
  {
    why: 'advertisement',
    applies: (line) => isShort(line, LONGEST_CREDIT_LINE) && (ADVERTISING.test(line) || ADVERTISING_GAP.test(line)),
  },
  {
    why: 'link to another story',
    applies: (line) =>
      isShort(line, LONGEST_LINK_LINE) &&
      /^[^\p{Ll}]/u.test(line) &&
      (OTHER_STORY.test(line) || OTHER_STORY_HEADING.test(line)),
  },
  { why: 'link to click', applies: (line) => isShort(line, LONGEST_LINK_LINE) && CLICK.test(line) },
  { why: 'strip of videos', applies: (line) => isShort(line, LONGEST_CREDIT_LINE) && VIDEO_STRIP.test(line) },
  {
    why: 'invitation to follow or discuss',
    applies: (line) =>
      isShort(line, LONGEST_LINK_LINE) &&
      !REPORTED.test(line) &&
      (FOLLOW.test(line) || FOLLOW_FOR_MORE.test(line) || CONVERSATION.test(line)),
  },
  {
    why: 'offer of a newsletter or app',
    applies: (line) => isShort(line, LONGEST_LINK_LINE) && !REPORTED.test(line) && NEWSLETTER.test(line),
  },
  { why: 'asks for donations', applies: (line) => APPEAL_BUTTON.test(line) || isAppeal(line) },
  { why: 'copyright line', applies: (line) => isShort(line, LONGEST_LINK_LINE) && COPYRIGHT.test(line) },
  {
    why: 'cookie notice',
    applies: (line) =>
      isShort(line, 500) && COOKIES.test(line) && COOKIE_NOTICE.test(line) && !/\b(?:said|says|told)\b/i.test(line),
  },
  {
    why: 'photo credit',
    applies: (line) =>
      isShort(line, LONGEST_CREDIT_LINE) &&
      (CREDIT_LABEL.test(line) || CREDIT_AGENCY.test(line) || CREDIT_ALONE.test(line)),
  },
]
