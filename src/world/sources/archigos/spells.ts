/** SQL word for a text of Archigos: `Retired Due to Ill Health` → `retired_due_to_ill_health`. */
const word = (column: string): string =>
  `lower(trim(regexp_replace(${column}, '[^A-Za-z]+', '_', 'g'), '_'))`;

/** Where a state gave way to a united one that Archigos does not tell apart: the day, the old state and the new. */
const unions = `(VALUES (260, DATE '1990-10-03', 255), (678, DATE '1990-05-22', 679))`;

/**
 * SQL that makes `all_spells` from `placed`: one row a spell, in our words, spells across a union cut in two on its
 * day. `entered` is the day on which the whole spell began.
 */
export const spells = `CREATE TABLE told AS SELECT state AS ccode, startdate::DATE AS begins, enddate::DATE AS ends, startdate::DATE AS entered,
    obsid AS spell, leadid AS leader_id, leader,
    CASE entry WHEN 'Foreign Imposition' THEN 'foreign' ELSE ${word('entry')} END AS entry,
    CASE WHEN obsid = 'SAU-2015' THEN 'still_in_office' WHEN exit = 'Retired Due to Ill Health' THEN 'ill_health' ELSE ${word('exit')} END AS exit,
    CASE WHEN exit IN ('Irregular', 'Foreign') AND exitcode <> 'Unknown' THEN ${word('exitcode')} END AS exit_how,
    CASE WHEN posttenurefate IN ('OK', 'Exile', 'Imprisonment', 'Death', 'Suicide') THEN lower(posttenurefate) END AS fate,
    prevtimesinoffice::TINYINT AS earlier_spells, (gender = 'F')::TINYINT AS woman,
    CASE WHEN yrborn::INTEGER > 0 THEN yrborn::SMALLINT END AS born, CASE WHEN yrdied::INTEGER > 0 THEN yrdied::SMALLINT END AS died FROM placed;
  CREATE TABLE cut AS SELECT t.*, u.day, u.new FROM told t LEFT JOIN ${unions} u(old, day, new) ON t.ccode = u.old AND t.begins < u.day AND t.ends > u.day;
  CREATE TABLE all_spells AS
    SELECT * EXCLUDE (day, new) REPLACE (ccode::SMALLINT AS ccode, CASE WHEN day IS NULL THEN ends ELSE day - 1 END AS ends,
      CASE WHEN day IS NULL THEN exit ELSE 'state_succeeded' END AS exit, CASE WHEN day IS NULL THEN exit_how END AS exit_how, CASE WHEN day IS NULL THEN fate END AS fate) FROM cut
    UNION ALL SELECT * EXCLUDE (day, new) REPLACE (new::SMALLINT AS ccode, day AS begins, 'state_succeeded' AS entry) FROM cut WHERE day IS NOT NULL`;

/**
 * SQL of the state-years: counts over the spells that touch the year, and the leader of 31 December (of two who share
 * that day, the one who entered last).
 */
export const leaderYears = `WITH touching AS (
    SELECT m.ccode, m.year::SMALLINT AS year, s.* EXCLUDE (ccode), make_date(m.year, 12, 31) AS last_day
    FROM state_years m JOIN spells s ON s.ccode = m.ccode AND m.year BETWEEN year(s.begins) AND year(s.ends) WHERE m.year BETWEEN 1875 AND 2015),
  counted AS (SELECT ccode, year, count(*)::TINYINT AS leaders_in_office,
    count(*) FILTER (year(begins) = year AND entry <> 'state_succeeded')::TINYINT AS leader_entries,
    count(*) FILTER (year(ends) = year AND exit NOT IN ('still_in_office', 'state_succeeded'))::TINYINT AS leader_exits,
    count(*) FILTER (year(ends) = year AND exit = 'irregular')::TINYINT AS leader_exits_irregular,
    count(*) FILTER (year(ends) = year AND exit = 'foreign')::TINYINT AS leader_exits_foreign FROM touching GROUP BY ccode, year),
  at_end AS (SELECT * FROM touching WHERE begins <= last_day AND ends >= last_day
    QUALIFY row_number() OVER (PARTITION BY ccode, year ORDER BY begins DESC, spell DESC) = 1)
  SELECT c.ccode::SMALLINT AS ccode, c.year, e.leader, e.spell AS leader_spell, c.* EXCLUDE (ccode, year),
    round((e.last_day - e.entered) / 365.25, 2) AS leader_tenure, (c.year - e.born)::SMALLINT AS leader_age, e.woman AS leader_woman,
    CASE WHEN origin.entry <> 'unknown' THEN (origin.entry = 'irregular')::TINYINT END AS leader_entered_irregularly
  FROM counted c LEFT JOIN at_end e ON e.ccode = c.ccode AND e.year = c.year
  LEFT JOIN spells origin ON origin.spell = e.spell AND origin.entry <> 'state_succeeded'`;
