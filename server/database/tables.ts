import type { ColumnType, Generated } from 'kysely'
import type { Phase } from '../../shared/live/state.ts'
import type { TeamPage } from '../../shared/team/teamPage.ts'

/**
 * The rows of every table, as Kysely reads and writes them. One interface a table, in the order of the migrations.
 * `date` columns hold the first of a month as 'YYYY-MM-DD'; bigint columns are numbers where every value is below 2^53, and
 * text for H3 cells (cast them to text when reading).
 */

/** A geometry column: read it through a function of geo.ts, write it with one. */
export type Geometry = ColumnType<string, never, never>
type Json = ColumnType<Record<string, string>, string, string>

export interface ForceTable {
  id: string
  name: string
  area_code: string | null
  url: string | null
  telephone: string | null
  description: string | null
  is_invented: Generated<boolean>
}

export interface NeighbourhoodTable {
  id: Generated<number>
  force_id: string
  code: string
  name: string
  name_cy: string | null
  description: string | null
  url_force: string | null
  centre: Geometry | null
  contact_details: Json
  residents: number | null
}

export type OutlineSource = 'police' | 'ward'

export interface NeighbourhoodOutlineTable {
  neighbourhood_id: number
  outline: Geometry
  source: OutlineSource
  area_names: Generated<string[]>
}

export interface NeighbourhoodWardTable {
  neighbourhood_id: number
  ward_code: string
  basis: string
}

export interface TeamMemberTable {
  id: Generated<number>
  neighbourhood_id: number
  position: number
  name: string
  rank: string | null
  biography: string | null
  contact_details: Json
  role: string | null
  hours: string | null
  photo_sha256: string | null
  photo_alt: string | null
}

export interface StationTable {
  id: Generated<number>
  neighbourhood_id: number
  position: number
  name: string
  kind: Generated<string>
  address: string | null
  postcode: string | null
  location: Geometry | null
  telephone: string | null
  description: string | null
  opening_hours: string | null
}

export interface NeighbourhoodLinkTable {
  id: Generated<number>
  neighbourhood_id: number
  position: number
  url: string
  title: string
  description: string | null
}

export interface AreaTable {
  kind: 'lsoa' | 'ward'
  code: string
  name: string
  outline: Geometry | null
  middle: Geometry | null
  residents: number | null
  residents_source: string | null
}

export interface PostcodeTable {
  postcode: string
  location: Geometry
  quality: number | null
  ended: string | null
}

export interface SearchEntryTable {
  id: Generated<number>
  kind: 'neighbourhood' | 'place' | 'street'
  name: string
  name_folded: string
  detail: Generated<string>
  force_id: string | null
  neighbourhood_id: number | null
  location: Geometry | null
  weight: Generated<number>
}

export interface BasemapFeatureTable {
  id: Generated<number>
  source: string
  layer: string
  class: Generated<string>
  name: Generated<string>
  name_cy: Generated<string>
  minimum_zoom: Generated<number>
  geometry: Geometry
}

export interface BasemapSourceTable {
  source: string
  attribution: string
  bounds: Geometry
}

export interface CategoryTable {
  id: number
  slug: string
  name: string
}

export interface CategoryNameTable {
  name_folded: string
  category_id: number
}

export interface OutcomeCategoryTable {
  id: Generated<number>
  code: string
  name: string
}

export interface ImportFileTable {
  id: Generated<number>
  source: string
  name: string
  sha256: string
  row_count: number
  loaded_count: number
  loaded_at: Generated<Date>
}

export interface ImportRejectedRowTable {
  id: Generated<number>
  import_file_id: number
  line_number: number
  reason: string
  row_text: string
}

export type Dataset = 'street' | 'outcomes' | 'stop-and-search'

export interface PublicationTable {
  id: Generated<number>
  force_id: string
  month: string
  dataset: Dataset
  row_count: number
  placed_count: number
  import_file_id: number
  published_at: Generated<Date>
}

export interface LsoaTable {
  id: Generated<number>
  code: string
  name: string
}

export interface MapPointTable {
  id: Generated<number>
  longitude_microdegrees: number
  latitude_microdegrees: number
  street_name: string
  location: Geometry
  world_x: number
  world_y: number
  cell: number
  hexagon: ColumnType<string, string, string>
  neighbourhood_id: number | null
}

export interface CrimeTable {
  id: Generated<number>
  publication_id: number
  month: string
  category_id: number
  map_point_id: number | null
  cell: number | null
  lsoa_id: number | null
  outcome_id: number | null
  persistent_id: Uint8Array | null
  context: string | null
}

export interface ForceCountTable {
  publication_id: number
  force_id: string
  month: string
  category_id: number
  count: number
  unplaced_count: number
}

export interface HexagonCountTable {
  resolution: number
  month: string
  cell: number
  hexagon: ColumnType<string, string, string>
  publication_id: number
  count: number
  category_counts: number[]
}

export interface NeighbourhoodCountTable {
  neighbourhood_id: number
  month: string
  category_id: number
  publication_id: number
  count: number
}

export interface DataVersionTable {
  only_row: Generated<boolean>
  version: number
  changed_at: Generated<Date>
}

export interface PersonTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SignInSessionTable {
  id: string
  person_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface PasskeyTable {
  id: string
  name: string | null
  public_key: string
  person_id: string
  credential_id: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  aaguid: string | null
  created_at: Generated<Date>
}

type RoleName = 'officer' | 'supervisor' | 'admin'

export interface AccessGrantTable {
  id: Generated<number>
  person_id: string
  role: RoleName
  force_id: string | null
  neighbourhood_id: number | null
  granted_at: Generated<Date>
}

export interface InvitationTable {
  id: Generated<number>
  token_hash: Uint8Array
  email: string
  name: string
  role: RoleName
  force_id: string | null
  neighbourhood_id: number | null
  invited_by: string | null
  invited_at: Generated<Date>
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

export interface ApiTokenTable {
  id: Generated<number>
  token_hash: Uint8Array
  name: string
  role: RoleName
  force_id: string | null
  neighbourhood_id: number | null
  created_at: Generated<Date>
  expires_at: Date
  revoked_at: Date | null
}

export interface AuditEntryTable {
  id: Generated<number>
  happened_at: Generated<Date>
  person_id: string | null
  api_token_id: number | null
  action: string
  force_id: string | null
  neighbourhood_id: number | null
  subject: Generated<string>
  fields: Generated<string[]>
}

export interface PageVersionTable {
  only_row: Generated<boolean>
  version: number
}

/** A document of a team's page: shared/team/teamPage.ts says what it holds. */
type TeamPageJson = ColumnType<TeamPage, string, string>

export interface TeamPageDraftTable {
  neighbourhood_id: number
  content: TeamPageJson
  revision: Generated<number>
  changed_by: string
  changed_at: Date
  edited_by: Generated<string[]>
}

export interface TeamPageVersionTable {
  neighbourhood_id: number
  version: number
  content: TeamPageJson
  published_by: string
  published_at: Date
  edited_by: Generated<string[]>
}

export interface PhotoTable {
  neighbourhood_id: number
  sha256: string
  picture: Uint8Array
  uploaded_at: Date
}

export interface PriorityTable {
  id: Generated<number>
  neighbourhood_id: number
  issue: string
  why: Generated<string>
  owner: Generated<string>
  agreed_on: string
  due_on: string | null
  closed_on: string | null
  outcome: Generated<string>
  outcome_at: Date | null
  revision: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface PriorityActionTable {
  id: Generated<number>
  priority_id: number
  what: string
  owner: Generated<string>
  planned_for: string | null
  done_on: string | null
  revision: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface EventTable {
  id: Generated<number>
  neighbourhood_id: number
  kind: 'meeting' | 'drop-in' | 'other'
  title: string
  description: Generated<string>
  place: Generated<string>
  address: Generated<string>
  online_url: Generated<string>
  starts_at: Date
  ends_at: Date | null
  cancelled_at: Date | null
  revision: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface MessageTable {
  id: Generated<number>
  neighbourhood_id: number
  topic: Generated<string>
  language: 'en' | 'cy'
  email: string | null
  link_hash: Uint8Array
  received_at: Generated<Date>
  hours_counted: 'calendar' | 'working'
  acknowledge_due_at: Date | null
  answer_due_at: Date | null
  acknowledged_at: Date | null
  answered_at: Date | null
  closed_at: Date | null
  assigned_to: string | null
  recourse: string | null
  recourse_within_hours: number | null
  recourse_asked_at: Date | null
  recourse_due_at: Date | null
  recourse_answered_at: Date | null
  satisfaction: number | null
  satisfied_at: Date | null
  erased_at: Date | null
  revision: Generated<number>
  meeting_id: number | null
  question_id: string | null
}

export interface MessageTextTable {
  id: Generated<number>
  message_id: number
  kind: 'question' | 'answer' | 'acknowledgement' | 'recourse' | 'recourse-answer' | 'satisfaction' | 'note'
  text: string
  written_by: string | null
  written_at: Generated<Date>
}

export interface MessageForwardingTable {
  id: Generated<number>
  message_id: number
  from_neighbourhood_id: number
  to_neighbourhood_id: number
  forwarded_by: string | null
  forwarded_at: Generated<Date>
}

type Terms = ColumnType<Record<string, string | number>, string, string>

export interface StandardDraftTable {
  id: Generated<number>
  force_id: string
  neighbourhood_id: number | null
  key: string
  promise: string
  promise_welsh: Generated<string>
  measure: string
  terms: Terms
  source: Generated<string>
  revision: Generated<number>
  updated_at: Generated<Date>
}

export interface StandardVersionTable {
  id: Generated<number>
  neighbourhood_id: number
  number: number
  published_at: Date
  signed_name: string
  signed_role: string
  published_by: string | null
}

export interface StandardTable {
  version_id: number
  key: string
  position: number
  origin: 'force' | 'neighbourhood'
  promise: string
  promise_welsh: Generated<string>
  measure: string
  terms: Terms
  source: Generated<string>
  since: Date
}

export interface StandardObservationTable {
  neighbourhood_id: number
  measure: string
  observed_on: string
  facts: ColumnType<unknown, string, string>
}

export interface StandardEnteredResultTable {
  neighbourhood_id: number
  key: string
  quarter: string
  value: number
  evidence: string
  entered_as: string
  entered_by: string | null
  entered_at: Date
  revision: Generated<number>
}

export interface StandardExplanationTable {
  neighbourhood_id: number
  key: string
  quarter: string
  text: string
  text_welsh: Generated<string>
  written_by: string | null
  written_at: Date
  revision: Generated<number>
}

export interface StandardDraftLinkTable {
  id: Generated<number>
  neighbourhood_id: number
  token_hash: Uint8Array
  made_by: string | null
  made_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface StandardDraftCommentTable {
  id: Generated<number>
  link_id: number
  name: Generated<string>
  text: string
  written_at: Date
}

export interface SentFormTable {
  fingerprint: Buffer
  sent_at: Date
}

export interface ConcernTable {
  id: Generated<number>
  neighbourhood_id: number
  state: Generated<'waiting' | 'shown' | 'refused' | 'merged' | 'taken-off' | 'ended' | 'withdrawn'>
  topic: string
  language: 'en' | 'cy'
  words: string | null
  map_point_id: number | null
  email: string | null
  link_hash: Uint8Array
  device_hash: Uint8Array | null
  backings: Generated<number>
  received_at: Date
  shown_at: Date | null
  state_since: Date
  reason: Generated<string>
  merged_into: number | null
  priority_id: number | null
  taken_up_at: Date | null
  erased_at: Date | null
  revision: Generated<number>
}

export interface ConcernBackingTable {
  concern_id: number
  device_hash: Uint8Array
}

export type MeetingAttendance = 'in-person' | 'online' | 'hybrid'

export interface MeetingTable {
  id: number
  attendance: Generated<MeetingAttendance>
  access_notes: Generated<string>
  location: Geometry | null
  join_code: string
  phase: Generated<Phase>
  last_sequence: Generated<number>
  most_online: number | null
  created_at: Date
}

export interface MeetingChangeTable {
  meeting_id: number
  sequence: number
  kind: string
  detail: ColumnType<unknown, string, never>
  happened_at: Date
  command_id: string | null
}

export interface MeetingDeviceActTable {
  meeting_id: number
  device_hash: Uint8Array
  kind: 'asked' | 'backed' | 'raised'
  subject: string
}

export interface MeetingPresenceTable {
  meeting_id: number
  process_id: string
  online: number
  seen_at: Date
}

export interface MeetingChairLinkTable {
  id: Generated<number>
  meeting_id: number
  token_hash: Uint8Array
  name: string
  made_by: string | null
  made_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface MinutesActionTable {
  meeting_id: number
  entry_id: string
  priority_id: number | null
  action_id: number | null
  written: number | null
}

export interface MeetingFeedbackTable {
  id: Generated<number>
  meeting_id: number
  device_hash: Uint8Array | null
  usefulness: number
  why: Generated<string>
  given_at: Date
}

export interface Tables {
  force: ForceTable
  neighbourhood: NeighbourhoodTable
  neighbourhood_outline: NeighbourhoodOutlineTable
  neighbourhood_ward: NeighbourhoodWardTable
  team_member: TeamMemberTable
  station: StationTable
  neighbourhood_link: NeighbourhoodLinkTable
  area: AreaTable
  postcode: PostcodeTable
  search_entry: SearchEntryTable
  basemap_feature: BasemapFeatureTable
  basemap_source: BasemapSourceTable
  category: CategoryTable
  category_name: CategoryNameTable
  outcome_category: OutcomeCategoryTable
  import_file: ImportFileTable
  import_rejected_row: ImportRejectedRowTable
  publication: PublicationTable
  lsoa: LsoaTable
  map_point: MapPointTable
  crime: CrimeTable
  force_count: ForceCountTable
  hexagon_count: HexagonCountTable
  neighbourhood_count: NeighbourhoodCountTable
  data_version: DataVersionTable
  person: PersonTable
  sign_in_session: SignInSessionTable
  passkey: PasskeyTable
  access_grant: AccessGrantTable
  invitation: InvitationTable
  api_token: ApiTokenTable
  audit_entry: AuditEntryTable
  page_version: PageVersionTable
  team_page_draft: TeamPageDraftTable
  team_page_version: TeamPageVersionTable
  photo: PhotoTable
  priority: PriorityTable
  priority_action: PriorityActionTable
  event: EventTable
  message: MessageTable
  message_text: MessageTextTable
  message_forwarding: MessageForwardingTable
  standard_draft: StandardDraftTable
  standard_version: StandardVersionTable
  standard: StandardTable
  standard_observation: StandardObservationTable
  standard_entered_result: StandardEnteredResultTable
  standard_explanation: StandardExplanationTable
  standard_draft_link: StandardDraftLinkTable
  standard_draft_comment: StandardDraftCommentTable
  sent_form: SentFormTable
  concern: ConcernTable
  concern_backing: ConcernBackingTable
  meeting: MeetingTable
  meeting_change: MeetingChangeTable
  meeting_device_act: MeetingDeviceActTable
  meeting_presence: MeetingPresenceTable
  meeting_chair_link: MeetingChairLinkTable
  minutes_action: MinutesActionTable
  meeting_feedback: MeetingFeedbackTable
}
