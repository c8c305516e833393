export {
  type ClassField,
  type CourseField,
  classFields,
  courseFields,
  type ImportField as TableField,
} from '../../forecasting/domain/import-records.ts';
