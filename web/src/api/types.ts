/** The API's vocabulary under the names the app uses; the shapes come from the OpenAPI document. */
import type { EventData } from "./events";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AffectedAsset = Schemas["AffectedAsset"];
export type AnsweringArticles = Schemas["Answers"];
export type AnsweringArticle = Schemas["AnsweringArticle"];
export type ArticleCard = Schemas["ArticleCard"];
export type ArticleHelp = Schemas["ArticleHelp"];
export type ArticleState = Schemas["State"];
export type ArticleTemplate = Schemas["ArticleTemplate"];
export type ArticleText = Schemas["ArticleText"];
export type Audience = Schemas["Audience"];
export type ArticlePlan = Schemas["PlanWish"];
export type WrittenArticle = Schemas["WrittenArticle"];
export type ShownArticle = Schemas["ShownArticle"];
export type DeflectedRequests = Schemas["DeflectedRequests"];
export type MissingHelp = Schemas["Missing"];
export type Answer = Schemas["AnswerView"];
export type Answers = Schemas["AnswersView"];
export type BulkChange = Schemas["BulkChange"];
export type BulkJob = Schemas["BulkJob"];
export type BulkJobPage = Schemas["BulkJobPage"];
export type BulkJobs = Schemas["BulkJobs"];
export type BulkPlan = Schemas["BulkPlan"];
export type BulkPlanned = Schemas["BulkPlanned"];
export type BulkRefusal = Schemas["BulkRefusal"];
export type Candidate = Schemas["Candidate"];
export type Card = Schemas["Card"];
export type Category = Schemas["Category"];
export type Clock = Schemas["Clock"];
export type ExplainedClock = Schemas["ExplainedClock"];
export type Decision = Schemas["Decision"];
export type Density = Schemas["Density"];
export type Download = Schemas["Download"];
export type Entry = Schemas["Entry"];
export type EventName = keyof EventData;
export type Export = Schemas["Export"];
export type ExportList = Schemas["ExportList"];
export type ExportPlan = Schemas["ExportPlan"];
export type FieldError = Schemas["FieldError"];
export type HandOver = Schemas["HandOver"];
export type Health = Schemas["Health"];
export type ColleaguesDraft = Schemas["ColleaguesDraft"];
export type Concern = Schemas["Concern"];
export type InboxCount = Schemas["InboxCount"];
export type InboxItem = Schemas["InboxItem"];
export type InboxMove = Schemas["InboxMove"];
export type InboxNote = Schemas["InboxNote"];
export type InboxPage = Schemas["InboxPage"];
export type LocaleWish = Schemas["LocaleWish"];
export type Me = Schemas["Me"];
export type Member = Schemas["Member"];
export type MessageDraft = Schemas["MessageDraft"];
export type LevelNote = Schemas["Note"];
export type NamedUpload = Schemas["NamedUpload"];
export type DraftLine = Schemas["DraftLine"];
export type OwnDraft = Schemas["OwnDraft"];
export type OwnMark = Schemas["OwnMark"];
export type Organization = Schemas["Organization"];
export type OwnSettings = Schemas["OwnSettings"];
export type PersonFound = Schemas["PersonFound"];
export type PortalForm = Schemas["PortalForm"];
export type Question = Schemas["QuestionView"];
export type PortalTicketDraft = Schemas["PortalTicketDraft"];
export type Presence = Schemas["Presence"];
export type Problem = Schemas["Problem"];
export type NewerTicket = Schemas["NewerTicket"];
export type PushDevices = Schemas["PushDevices"];
export type Receipt = Schemas["Receipt"];
export type RequesterTicket = Schemas["RequesterTicket"];
export type RatingOffer = Schemas["RatingOffer"];
export type Routing = Schemas["Routing"];
export type SearchHit = Schemas["Hit"];
export type SearchPage = Schemas["SearchPage"];
export type SearchPiece = Schemas["Piece"];
export type SettingsPlan = Schemas["SettingsPlan"];
export type SideAnswer = Schemas["SideAnswer"];
export type SideBeginning = Schemas["SideBeginning"];
export type SideConversation = Schemas["SideConversation"];
export type SentMail = Schemas["SentMail"];
export type TicketCost = Schemas["TicketCost"];
export type View = Schemas["View"];
export type ViewGroups = Schemas["ViewGroups"];
export type ViewGroup = Schemas["ViewGroup"];
export type ViewCount = Schemas["ViewCount"];
export type ViewList = Schemas["ViewList"];
export type ViewPage = Schemas["ViewPage"];
export type ViewPlan = Schemas["ViewPlan"];
export type StoredAttachment = Schemas["Attachment"];
export type Team = Schemas["Team"];
export type Survey = Schemas["Survey"];
export type TeamWithMembers = Schemas["TeamWithMembers"];
export type Ticket = Schemas["Ticket"];
export type TicketChange = Schemas["TicketChange"];
export type TicketPage = Schemas["TicketPage"];
export type TicketDraft = Schemas["TicketDraft"];
export type Topic = Schemas["TopicView"];
export type Upload = Schemas["Upload"];
export type Waiting = Schemas["Waiting"];
export type WaitsFor = Schemas["WaitsFor"];

export type Channel = Ticket["channel"];
export type Kind = Ticket["kind"];
export type Level = Ticket["level"];
export type Phase = Ticket["phase"];
export type Priority = Ticket["priority"];
export type Scale = Ticket["impact"];
export type State = "new" | "open" | "pending" | "on_hold" | "solved" | "closed" | "cancelled";
export type Status = Presence["status"];
export type Visibility = Entry["visibility"];

export const KINDS: readonly Kind[] = ["incident", "service_request", "problem", "change"];
export const ARTICLE_STATES = [
  "draft",
  "in_review",
  "published",
  "archived",
] as const satisfies readonly ArticleState[];
export const AUDIENCES: readonly Audience[] = ["public", "signed_in", "organizations", "staff"];
export const LEVELS: readonly Level[] = ["L1", "L2", "L3"];
export const PHASES: readonly Phase[] = ["new", "open", "pending", "on_hold", "solved", "closed"];
export const PRIORITIES: readonly Priority[] = ["P1", "P2", "P3", "P4"];
export const STATUSES: readonly Status[] = ["available", "busy", "away", "offline"];
export const SCALE: readonly Scale[] = ["low", "medium", "high"];
export const CATEGORIES = ["account", "hardware", "software", "network", "question", "other"] as const;
export const CHANNELS = [
  "web",
  "portal",
  "email",
  "api",
  "phone",
  "in_person",
  "chat",
  "fax",
  "messaging",
] as const satisfies readonly Channel[];
/** Into which a ticket is moved, by the digit by which each is chosen; what ends one without a solution stands apart. */
export const NUMBERED_STATES = [
  "open",
  "pending",
  "on_hold",
  "solved",
  "closed",
] as const satisfies readonly State[];
/** How a request can have reached an agent who types it in. */
export const SPOKEN_CHANNELS = [
  "phone",
  "in_person",
  "chat",
  "messaging",
  "fax",
  "email",
] as const satisfies readonly Channel[];
