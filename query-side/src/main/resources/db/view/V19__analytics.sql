-- What BI tools read: views whose names and columns are a contract, for logins that may read nothing else (RULES.md §6,
-- ANALYST). They are the owner's, and so reach tables that their reader does not; each shows the rows of the reader's
-- bureau alone, and no name or telephone number of a person.
CREATE SCHEMA analytics;

-- Which login reads which bureau; a login may have several. The owner writes it by hand when a login is made.
CREATE TABLE analytics.reader (
    login  text NOT NULL CHECK (login <> ''),
    bureau text NOT NULL CHECK (bureau ~ '^[1-9][0-9]{5}$'),
    PRIMARY KEY (login, bureau)
);

-- The views are tied to the tables they are made over, not to their names: whoever puts another table in the place of
-- one of view.* calls this afterwards, before the old one is dropped. Grants and comments stay.
CREATE FUNCTION analytics.define() RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $define$
BEGIN
    CREATE OR REPLACE VIEW analytics.schools WITH (security_barrier) AS
    SELECT bureau, school_code, name AS school_name, kind, ownership, township, status, merged_into,
           CAST(school #>> '{facts,students}' AS integer) AS students,
           CAST(school #>> '{facts,staff}'    AS integer) AS staff,
           CAST(school #>> '{facts,teachers}' AS integer) AS teachers,
           registered_at, position
      FROM view.school
     WHERE bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);

    CREATE OR REPLACE VIEW analytics.assessments WITH (security_barrier) AS
    SELECT begun.bureau, begun.campaign_id, begun.assessment_id, begun.school_code, begun.school_name, begun.kind,
           begun.ownership, begun.township, campaign.campaign ->> 'standardId' AS standard_id, begun.phase,
           begun.plan_late, begun.order_overdue, begun.self_total, begun.total, begun.grade, begun.determined,
           begun.ineligible AS ineligible_because, begun.round, begun.version, begun.position
      FROM view.assessment AS begun
      LEFT JOIN view.campaign AS campaign USING (campaign_id)
     WHERE begun.bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);

    CREATE OR REPLACE VIEW analytics.item_scores WITH (security_barrier) AS
    SELECT counted.bureau, counted.campaign_id, counted.assessment_id, counted.school_code, counted.kind,
           counted.ownership, counted.township, counted.standard_id, counted.round,
           counted.total_halves IS NOT NULL AS graded, item.category, scored.item_no, item.points,
           CAST(scored.score_halves    / 2.0 AS numeric(6, 1)) AS score,
           CAST(scored.deducted_halves / 2.0 AS numeric(6, 1)) AS deducted,
           counted.position
      FROM view.statistics AS counted
     CROSS JOIN LATERAL unnest(counted.item_nos, counted.score_halves, counted.deducted_halves)
        AS scored (item_no, score_halves, deducted_halves)
      LEFT JOIN (SELECT standard.standard_id,
                        CAST(item ->> 'itemNo' AS integer) AS item_no,
                        item ->> 'category'                AS category,
                        CAST(item ->> 'points' AS numeric) AS points
                   FROM view.standard AS standard
                  CROSS JOIN LATERAL jsonb_array_elements(standard.standard -> 'items') AS items (item)) AS item
        ON item.standard_id = counted.standard_id
       AND item.item_no     = scored.item_no
     WHERE counted.bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);

    CREATE OR REPLACE VIEW analytics.score_changes WITH (security_barrier) AS
    SELECT bureau, left(assessment_id, -11) AS campaign_id, assessment_id, school_code, position, recorded_at,
           at AS happened_at, event_type, role, item_no, before AS score_before, after AS score_after, reason, authority
      FROM view.history
     WHERE event_type IN ('assessment.ItemScored', 'assessment.ScoreCorrected')
       AND bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);

    CREATE OR REPLACE VIEW analytics.ranking WITH (security_barrier) AS
    SELECT bureau, campaign_id,
           rank() OVER (PARTITION BY campaign_id, bureau
                            ORDER BY grade = 'NOT_ATTAINED', total DESC) AS place,
           rank() OVER (PARTITION BY campaign_id, bureau, kind
                            ORDER BY grade = 'NOT_ATTAINED', total DESC) AS place_in_kind,
           assessment_id, school_code, school_name, kind, ownership, township, grade, determined, pending, total,
           points_by_category, round, position
      FROM view.ranking
     WHERE grade IS NOT NULL
       AND bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);

    CREATE OR REPLACE VIEW analytics.events WITH (security_barrier) AS
    SELECT position, recorded_at, at AS happened_at, bureau,
           coalesce(campaign_id, left(assessment_id, -11)) AS campaign_id,
           assessment_id, school_code, event_type, role, coalesce(figures, payload) AS payload
      FROM view.history
     WHERE bureau IN (SELECT reader.bureau FROM analytics.reader WHERE login = session_user);
END
$define$;

SELECT analytics.define();

REVOKE ALL ON SCHEMA analytics FROM PUBLIC;
REVOKE ALL ON FUNCTION analytics.define() FROM PUBLIC;
GRANT USAGE ON SCHEMA analytics TO dabiao_analyst;
GRANT SELECT ON analytics.schools, analytics.assessments, analytics.item_scores, analytics.score_changes,
                analytics.ranking, analytics.events TO dabiao_analyst;

COMMENT ON SCHEMA analytics IS '供统计分析工具只读访问的视图：列名与含义保持稳定，不含任何人员的姓名和电话';
COMMENT ON TABLE analytics.reader IS '数据库登录名与其可查询的教育局之对应关系，由数据库所有者维护';
COMMENT ON COLUMN analytics.reader.login  IS '数据库登录名';
COMMENT ON COLUMN analytics.reader.bureau IS '教育局的 6 位行政区划代码（GB/T 2260）';

COMMENT ON VIEW analytics.schools IS '学校登记册：每所学校一行';
COMMENT ON COLUMN analytics.schools.bureau        IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.schools.school_code   IS '10 位学校标识码';
COMMENT ON COLUMN analytics.schools.school_name   IS '学校名称';
COMMENT ON COLUMN analytics.schools.kind          IS '学校类别：KINDERGARTEN 幼儿园、PRIMARY 小学、JUNIOR_HIGH 初中、SENIOR_HIGH 高中、NINE_YEAR 九年一贯制、COMPLETE_SECONDARY 完全中学、VOCATIONAL 中等职业学校、SPECIAL_EDUCATION 特殊教育学校';
COMMENT ON COLUMN analytics.schools.ownership     IS '办学性质：PUBLIC 公办、PRIVATE 民办';
COMMENT ON COLUMN analytics.schools.township      IS '所在乡镇';
COMMENT ON COLUMN analytics.schools.status        IS '登记状态：OPEN 在办、MERGED 已合并、CLOSED 已撤销';
COMMENT ON COLUMN analytics.schools.merged_into   IS '并入的学校的标识码；未合并时为空';
COMMENT ON COLUMN analytics.schools.students      IS '学生人数';
COMMENT ON COLUMN analytics.schools.staff         IS '教职工人数';
COMMENT ON COLUMN analytics.schools.teachers      IS '专任教师人数';
COMMENT ON COLUMN analytics.schools.registered_at IS '登记的时刻';
COMMENT ON COLUMN analytics.schools.position      IS '本行所依据的最后一个事件在账本中的位置，从 0 起';

COMMENT ON VIEW analytics.assessments IS '考评现状：每所学校在每次活动中一行，自提交创建方案起';
COMMENT ON COLUMN analytics.assessments.bureau             IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.assessments.campaign_id        IS '达标创建活动的编号';
COMMENT ON COLUMN analytics.assessments.assessment_id      IS '考评的编号：活动编号、点、学校标识码';
COMMENT ON COLUMN analytics.assessments.school_code        IS '10 位学校标识码';
COMMENT ON COLUMN analytics.assessments.school_name        IS '学校名称';
COMMENT ON COLUMN analytics.assessments.kind               IS '学校类别：KINDERGARTEN 幼儿园、PRIMARY 小学、JUNIOR_HIGH 初中、SENIOR_HIGH 高中、NINE_YEAR 九年一贯制、COMPLETE_SECONDARY 完全中学、VOCATIONAL 中等职业学校、SPECIAL_EDUCATION 特殊教育学校；申报后以申报表为准';
COMMENT ON COLUMN analytics.assessments.ownership          IS '办学性质：PUBLIC 公办、PRIVATE 民办';
COMMENT ON COLUMN analytics.assessments.township           IS '所在乡镇';
COMMENT ON COLUMN analytics.assessments.standard_id        IS '考评验收标准的版本编号';
COMMENT ON COLUMN analytics.assessments.phase              IS '所处阶段：PLANNED 已提交方案、SELF_ASSESSED 已自评、APPLIED 已申报、RETURNED 申报被退回、WITHDRAWN 申报已撤回、ACCEPTED 申报已受理、INSPECTORS_DRAWN 已抽取考评员、UNDER_REVIEW 考评中、REVIEWED 考评完毕待定级、GRADED 已定级';
COMMENT ON COLUMN analytics.assessments.plan_late          IS '创建方案是否逾期提交';
COMMENT ON COLUMN analytics.assessments.order_overdue      IS '是否有逾期未报告的整改通知';
COMMENT ON COLUMN analytics.assessments.self_total         IS '自评总分；未自评时为空';
COMMENT ON COLUMN analytics.assessments.total              IS '定级所依据的总分；未定级时为空';
COMMENT ON COLUMN analytics.assessments.grade              IS '有效等级：LEVEL_1 一级达标、LEVEL_2 二级达标、LEVEL_3 三级达标、NOT_ATTAINED 不达标；认定不达标时为不达标';
COMMENT ON COLUMN analytics.assessments.determined         IS '是否被直接认定为不达标';
COMMENT ON COLUMN analytics.assessments.ineligible_because IS '不具备评先资格的原因：UNGRADED 未定级、NOT_ATTAINED 不达标、CIRCULAR_CRITICISM 被通报批评；为空数组即具备资格';
COMMENT ON COLUMN analytics.assessments.round              IS '最近一轮考评的轮次；尚未考评时为 0';
COMMENT ON COLUMN analytics.assessments.version            IS '该考评已有的事件数';
COMMENT ON COLUMN analytics.assessments.position           IS '本行所依据的最后一个事件在账本中的位置，从 0 起';

COMMENT ON VIEW analytics.item_scores IS '考评项得分：每次考评的每个已评考评项一行，取已定级的一轮，未定级时取最近一轮';
COMMENT ON COLUMN analytics.item_scores.bureau        IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.item_scores.campaign_id   IS '达标创建活动的编号';
COMMENT ON COLUMN analytics.item_scores.assessment_id IS '考评的编号：活动编号、点、学校标识码';
COMMENT ON COLUMN analytics.item_scores.school_code   IS '10 位学校标识码';
COMMENT ON COLUMN analytics.item_scores.kind          IS '学校类别：KINDERGARTEN 幼儿园、PRIMARY 小学、JUNIOR_HIGH 初中、SENIOR_HIGH 高中、NINE_YEAR 九年一贯制、COMPLETE_SECONDARY 完全中学、VOCATIONAL 中等职业学校、SPECIAL_EDUCATION 特殊教育学校';
COMMENT ON COLUMN analytics.item_scores.ownership     IS '办学性质：PUBLIC 公办、PRIVATE 民办';
COMMENT ON COLUMN analytics.item_scores.township      IS '所在乡镇';
COMMENT ON COLUMN analytics.item_scores.standard_id   IS '考评验收标准的版本编号';
COMMENT ON COLUMN analytics.item_scores.round         IS '得分所属的考评轮次';
COMMENT ON COLUMN analytics.item_scores.graded        IS '该轮是否已定级';
COMMENT ON COLUMN analytics.item_scores.category      IS '考评项所属项目的代码，例如 HARDWARE';
COMMENT ON COLUMN analytics.item_scores.item_no       IS '考评项的序号';
COMMENT ON COLUMN analytics.item_scores.points        IS '考评项的分值';
COMMENT ON COLUMN analytics.item_scores.score         IS '得分：分值减去扣分，不低于 0';
COMMENT ON COLUMN analytics.item_scores.deducted      IS '扣分合计，可能超过分值';
COMMENT ON COLUMN analytics.item_scores.position      IS '本行所依据的最后一个事件在账本中的位置，从 0 起';

COMMENT ON VIEW analytics.score_changes IS '得分变动：每次评分、改分一行，依账本顺序';
COMMENT ON COLUMN analytics.score_changes.bureau        IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.score_changes.campaign_id   IS '达标创建活动的编号';
COMMENT ON COLUMN analytics.score_changes.assessment_id IS '考评的编号：活动编号、点、学校标识码';
COMMENT ON COLUMN analytics.score_changes.school_code   IS '10 位学校标识码';
COMMENT ON COLUMN analytics.score_changes.position      IS '该事件在账本中的位置，从 0 起';
COMMENT ON COLUMN analytics.score_changes.recorded_at   IS '事件记入账本的时刻';
COMMENT ON COLUMN analytics.score_changes.happened_at   IS '事件本身发生的时刻';
COMMENT ON COLUMN analytics.score_changes.event_type    IS '事件类型的固定名称，例如 assessment.ItemScored';
COMMENT ON COLUMN analytics.score_changes.role          IS '操作者的角色；由系统自动记录的事件为空';
COMMENT ON COLUMN analytics.score_changes.item_no       IS '考评项的序号';
COMMENT ON COLUMN analytics.score_changes.score_before  IS '变动前的得分；首次评分时为空';
COMMENT ON COLUMN analytics.score_changes.score_after   IS '变动后的得分';
COMMENT ON COLUMN analytics.score_changes.reason        IS '变动的理由；没有另行说明时为空';
COMMENT ON COLUMN analytics.score_changes.authority     IS '变动所依据的文件或申诉；没有时为空';

COMMENT ON VIEW analytics.ranking IS '当前排名：每所已定级的学校一行；不达标的排在所有达标学校之后，同分同名次';
COMMENT ON COLUMN analytics.ranking.bureau             IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.ranking.campaign_id        IS '达标创建活动的编号';
COMMENT ON COLUMN analytics.ranking.place              IS '在活动中的名次（1、2、2、4）';
COMMENT ON COLUMN analytics.ranking.place_in_kind      IS '在同类学校中的名次';
COMMENT ON COLUMN analytics.ranking.assessment_id      IS '考评的编号：活动编号、点、学校标识码';
COMMENT ON COLUMN analytics.ranking.school_code        IS '10 位学校标识码';
COMMENT ON COLUMN analytics.ranking.school_name        IS '学校名称';
COMMENT ON COLUMN analytics.ranking.kind               IS '学校类别：KINDERGARTEN 幼儿园、PRIMARY 小学、JUNIOR_HIGH 初中、SENIOR_HIGH 高中、NINE_YEAR 九年一贯制、COMPLETE_SECONDARY 完全中学、VOCATIONAL 中等职业学校、SPECIAL_EDUCATION 特殊教育学校';
COMMENT ON COLUMN analytics.ranking.ownership          IS '办学性质：PUBLIC 公办、PRIVATE 民办';
COMMENT ON COLUMN analytics.ranking.township           IS '所在乡镇';
COMMENT ON COLUMN analytics.ranking.grade              IS '有效等级：LEVEL_1 一级达标、LEVEL_2 二级达标、LEVEL_3 三级达标、NOT_ATTAINED 不达标；认定不达标时为不达标';
COMMENT ON COLUMN analytics.ranking.determined         IS '是否被直接认定为不达标';
COMMENT ON COLUMN analytics.ranking.pending            IS '是否有尚未裁决的申诉';
COMMENT ON COLUMN analytics.ranking.total              IS '定级所依据的总分；未定级时为空';
COMMENT ON COLUMN analytics.ranking.points_by_category IS '各项目得分：项目代码到得分';
COMMENT ON COLUMN analytics.ranking.round              IS '定级所依据的考评轮次';
COMMENT ON COLUMN analytics.ranking.position           IS '本行所依据的最后一个事件在账本中的位置，从 0 起';

COMMENT ON VIEW analytics.events IS '全部事件，依账本顺序，不含人员信息';
COMMENT ON COLUMN analytics.events.position      IS '事件在账本中的位置，从 0 起';
COMMENT ON COLUMN analytics.events.recorded_at   IS '事件记入账本的时刻';
COMMENT ON COLUMN analytics.events.happened_at   IS '事件本身发生的时刻';
COMMENT ON COLUMN analytics.events.bureau        IS '教育局的 6 位行政区划代码（GB/T 2260）';
COMMENT ON COLUMN analytics.events.campaign_id   IS '达标创建活动的编号；与活动无关的事件为空';
COMMENT ON COLUMN analytics.events.assessment_id IS '考评的编号：活动编号、点、学校标识码；与考评无关的事件为空';
COMMENT ON COLUMN analytics.events.school_code   IS '10 位学校标识码；与学校无关的事件为空';
COMMENT ON COLUMN analytics.events.event_type    IS '事件类型的固定名称，例如 assessment.ItemScored';
COMMENT ON COLUMN analytics.events.role          IS '操作者的角色；由系统自动记录的事件为空';
COMMENT ON COLUMN analytics.events.payload       IS '事件内容（JSON），已去除人员姓名、电话及述及人员的文字';
