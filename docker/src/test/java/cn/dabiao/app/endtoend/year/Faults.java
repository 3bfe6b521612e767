package cn.dabiao.app.endtoend.year;

import java.util.List;

/** What inspectors find in this county: at each item of the standard of 2018 two faults, and its points. */
enum Faults {
    ROOM(10, "1.3", "监控室未配备专用电脑", "1.5", "无文件柜，资料散放"),
    COVERAGE(10, "2.1", "东侧围墙外未覆盖", "2.4", "教学楼北出入口无摄像头"),
    IMAGE(5, "3.1", "校门摄像头图像模糊", "3.2", "回放图像马赛克明显"),
    RECORDING(5, "4.1", "两路图像未实时记录", "4.2", "录像仅保存二十余天"),
    WATCH(5, "5.2", "三月有六天无监控工作记录", "5.3", "未按要求定期备份"),
    SECRECY(5, "6.1", "保密制度未上墙", "6.2", "查看制度未落实到人"),
    REGISTER(5, "7.3", "调取时间登记不全", "7.4", "调取用途未登记"),
    DUTY(15, "8.2", "值班监看流于形式", "8.5", "值班记录填写不全"),
    CAMERAS(5, "9.1", "操场摄像头被调整方位", "9.3", "一台硬盘录像机被移作他用"),
    DANGERS(5, "10.1", "室内存放酒精", "10.3", "室内存放消毒剂"),
    ELECTRICS(5, "11.1", "室内使用大功率对讲设备", "11.2", "室内使用电饭煲"),
    TIDINESS(5, "12.2", "室内堆放旧课桌", "12.3", "室内存放个人衣物"),
    REPAIR(10, "13.3", "无定期检查记录", "13.4", "故障两周未报修"),
    DUST(5, "14.1", "设备积尘严重", "14.3", "机柜无防尘措施"),
    POWER(5, "15.2", "未配备用电源", "15.4", "未做防雷接地");

    private final int points;
    private final String first;
    private final String whatIsFirst;
    private final String second;
    private final String whatIsSecond;

    Faults(int points, String first, String whatIsFirst, String second, String whatIsSecond) {
        this.points = points;
        this.first = first;
        this.whatIsFirst = whatIsFirst;
        this.second = second;
        this.whatIsSecond = whatIsSecond;
    }

    static Faults at(int item) {
        return values()[item - 1];
    }

    /** What the item is worth, in halves. */
    int worth() {
        return 2 * points;
    }

    /** So many halves off, which may be more than the item is worth. */
    List<Loss> losses(int halves) {
        int most = Math.min(halves, worth());
        int one = halves > most ? most : (halves + 1) / 2;
        if (halves == 0) {
            return List.of();
        }
        return halves == one
                ? List.of(new Loss(first, one, whatIsFirst))
                : List.of(new Loss(first, one, whatIsFirst), new Loss(second, halves - one, whatIsSecond));
    }
}
