import {
    AssessmentsApi,
    CampaignsApi,
    Configuration,
    InspectorsApi,
    ResponseError,
    SchoolsApi,
    type ItemScoreRequest,
} from './typescript';

/** From a campaign to the ranking with the TypeScript client that is generated from the contract. */
export async function mainJob(base: string, campaignId: string, schoolCode: string): Promise<Record<string, unknown>> {
    const assessmentId = `${campaignId}.${schoolCode}`;
    // The generated code sends the access token of an OAuth 2 scheme as the whole header.
    const as = async (account: string) =>
        new Configuration({ basePath: base, accessToken: `Bearer ${await token(base, account)}` });

    const office = await as('office');
    await new CampaignsApi(office).openCampaign({
        campaignRequest: {
            campaignId, name: '生成的客户端', standardId: 'guannan-2018', planDeadline: new Date(2018, 2, 25),
            annualWeight: 0.1, leadingGroup: [{ name: '周达华', role: 'HEAD' }],
        },
    });
    await new SchoolsApi(office).registerSchool({
        schoolRequest: {
            schoolCode, name: '生成小学', ownership: 'PUBLIC', kind: 'PRIMARY', township: '新安镇',
            students: 100, staff: 10, teachers: 8,
            principal: { name: '张三', phone: '0518-83220001' }, vicePrincipal: { name: '李四', phone: '0518-83220002' },
        },
    });
    for (const number of [1, 2]) {
        await new InspectorsApi(office).registerInspector({
            inspectorRequest: { inspectorId: `${campaignId}-i${number}`, name: '王五', township: '百禄镇' },
        });
    }

    const school = new AssessmentsApi(await as(`school-${schoolCode}`));
    await school.filePlan({
        assessmentId,
        planRequest: {
            title: '创建方案',
            document: {
                name: 'plan.pdf', bytes: 12345,
                sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            },
            leadingGroup: [{ name: '张三', role: 'HEAD' }],
        },
    });
    const numbers = Array.from({ length: 15 }, (_, index) => index + 1);
    await school.fileSelfAssessment({
        assessmentId, ifMatch: '"1"', selfAssessmentRequest: { items: numbers.map((itemNo) => ({ itemNo })) },
    });
    await school.fileApplication({
        assessmentId, ifMatch: '"2"',
        applicationRequest: { declaredOn: new Date(2018, 2, 24), sealedBy: '张三' },
    });

    const review = new AssessmentsApi(office);
    await review.acceptApplication({ assessmentId, ifMatch: '"3"', acceptanceRequest: {} });
    await review.drawInspectors({ assessmentId, ifMatch: '"4"', drawRequest: { count: 2, seed: campaignId } });
    const opened = await review.openReview({
        assessmentId, ifMatch: '"5"', reviewRequest: { visitOn: new Date(2018, 3, 10) },
    });
    // What has just been written is read by its position.
    const drawn = (await review.getAssessment({ assessmentId, dabiaoMinPosition: `${opened.position}` })).draws[0]!.drawn;

    const inspectors = await Promise.all(
        drawn.map(async (inspector) => new AssessmentsApi(await as(`inspector-${inspector}`))));
    const found: ItemScoreRequest = {
        deductions: [{ checkpoint: '1.2', points: 2, reason: '监控室面积8㎡' }],
        measurements: [{ checkpoint: '1.2', value: 8, unit: 'm2' }],
    };
    for (const itemNo of numbers) {
        await inspectors[0]!.scoreItem({
            assessmentId, round: 1, itemNo, ifMatch: `"r1-i${itemNo}-v0"`,
            itemScoreRequest: itemNo === 1 ? found : {},
        });
    }
    await inspectors[0]!.signReview({ assessmentId, round: 1, ifMatch: '"21"', signatureRequest: { opinion: '总体良好' } });
    await inspectors[1]!.signReview({ assessmentId, round: 1, ifMatch: '"22"', signatureRequest: {} });

    const gradeRequest = { round: 1, opinion: '同意', sealedBy: '陈余山' };
    // A version that is long past: the problem says so, and names the present one.
    const stale = await problemOf(review.assignGrade({ assessmentId, ifMatch: '"1"', gradeRequest }));
    const graded = await review.assignGrade({ assessmentId, ifMatch: '"23"', gradeRequest });

    const dabiaoMinPosition = `${graded.position}`;
    const shown = await review.getAssessment({ assessmentId, dabiaoMinPosition });
    const ranking = await new CampaignsApi(office).getRanking({ campaignId, dabiaoMinPosition });
    const first = ranking.items[0]!;
    return {
        stale: stale.type, state: shown.state, grade: shown.grade, total: shown.total,
        school: first.schoolCode, rank: first.rank,
    };
}

/** In the embedded default a demo client's secret is its id. */
async function token(base: string, client: string): Promise<string> {
    const answer = await fetch(`${base}/oauth2/token`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`${client}:${client}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return (await answer.json()).access_token;
}

async function problemOf(refused: Promise<unknown>): Promise<{ type: string; detail: string }> {
    try {
        await refused;
    } catch (error) {
        if (error instanceof ResponseError) {
            return await error.response.json();
        }
        throw error;
    }
    throw new Error('not refused');
}
