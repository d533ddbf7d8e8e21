// The tables as the queries see them; what the columns are for is said in the migrations that make them.

import type {
  CalendarSnapshotTable,
  CaseEventTable,
  CaseHeadTable,
  CaseListTable,
  CaseObligationTable,
  CaseRequestTable,
  CaseShapeTable,
} from './tables/caseTables';
import type {
  CalendarBriefingTable,
  CalendarChangeTable,
  CalendarRefusalTable,
  HolidayFactTable,
  HolidayReadingTable,
} from './tables/calendarTables';
import type { CaseMeetingTable, DiaryChangeTable } from './tables/diaryTables';
import type { LocalDaysChangeTable } from './tables/localDaysTables';
import type {
  CaseKeyActTable,
  CaseKeyTable,
  CounterTable,
  DossierEntryTable,
  DossierViewTable,
  ReservationTable,
} from './tables/requestTables';
import type {
  AgencyChangeTable,
  AgencyContactTable,
  AgencyTable,
  NoticeAttemptTable,
  NoticeTable,
  PersonTable,
  TokenTable,
} from './tables/registerTables';

export interface Tables {
  case_head: CaseHeadTable;
  case_event: CaseEventTable;
  case_list: CaseListTable;
  case_obligation: CaseObligationTable;
  case_request: CaseRequestTable;
  case_meeting: CaseMeetingTable;
  diary_change: DiaryChangeTable;
  local_days_change: LocalDaysChangeTable;
  calendar_snapshot: CalendarSnapshotTable;
  case_shape: CaseShapeTable;
  calendar_change: CalendarChangeTable;
  calendar_refusal: CalendarRefusalTable;
  calendar_briefing: CalendarBriefingTable;
  holiday_fact: HolidayFactTable;
  holiday_reading: HolidayReadingTable;
  counter: CounterTable;
  reservation: ReservationTable;
  case_key: CaseKeyTable;
  case_key_act: CaseKeyActTable;
  dossier_entry: DossierEntryTable;
  dossier_view: DossierViewTable;
  notice: NoticeTable;
  notice_attempt: NoticeAttemptTable;
  agency: AgencyTable;
  agency_contact: AgencyContactTable;
  agency_change: AgencyChangeTable;
  person: PersonTable;
  token: TokenTable;
}
