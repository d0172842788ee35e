/* SPDX-License-Identifier: GPL-2.0 */
/*
 * SCSI, ATA and MMC.
 */
#ifndef _SAFE_FACTS_SCSI_H
#define _SAFE_FACTS_SCSI_H

#include <scsi/scsi_host.h>
#include <scsi/scsi_device.h>
#include <scsi/scsi_cmnd.h>
#include <scsi/scsicam.h>
#include <scsi/scsi_transport_fc.h>
#include <scsi/scsi_transport_sas.h>
#include <linux/libata.h>
#include <linux/mmc/host.h>
#include <linux/mmc/sdio_func.h>
#include <linux/mtd/mtd.h>
#include <linux/mtd/rawnand.h>
#include <safe/annotations.h>

struct sas_phy *sas_phy_alloc(struct device * __borrowed, int) __returns_owned
		__returns_null __released_by("sas_phy_free");
void sas_phy_free(struct sas_phy * __takes);
struct sas_port *sas_port_alloc(struct device * __borrowed, int) __returns_owned
		__returns_null __released_by("sas_port_free", "sas_port_delete");
struct sas_port *sas_port_alloc_num(struct device * __borrowed) __returns_owned
		__returns_null __released_by("sas_port_free", "sas_port_delete");
void sas_port_free(struct sas_port * __takes);
void sas_port_delete(struct sas_port * __takes);
struct sas_rphy *sas_end_device_alloc(struct sas_port * __borrowed) __returns_owned
		__returns_null __released_by("sas_rphy_free", "sas_rphy_delete");
struct sas_rphy *sas_expander_alloc(struct sas_port * __borrowed, enum sas_device_type)
		__returns_owned __returns_null
		__released_by("sas_rphy_free", "sas_rphy_delete");
int sas_phy_add(struct sas_phy * __deref);
int sas_port_add(struct sas_port * __deref);
void sas_port_add_phy(struct sas_port * __deref, struct sas_phy * __deref);
void sas_port_delete_phy(struct sas_port * __deref, struct sas_phy * __deref);
int sas_rphy_add(struct sas_rphy * __deref);
void sas_rphy_free(struct sas_rphy * __takes);
void sas_rphy_delete(struct sas_rphy * __takes);
struct Scsi_Host *scsi_host_alloc(struct scsi_host_template *, int)
		__returns_owned __returns_null __released_by("scsi_host_put");
void scsi_host_put(struct Scsi_Host * __puts t);
struct Scsi_Host *scsi_host_get(struct Scsi_Host * __borrowed __raises_if("ret != 0",
		"scsi_host_put"));
int scsi_add_host(struct Scsi_Host * __keeps_if("ret == 0") __raises_if("ret == 0",
		"scsi_remove_host") host, struct device *dev) __must_look;
int scsi_add_host_with_dma(struct Scsi_Host * __deref __keeps_if("ret == 0")
		__raises_if("ret == 0", "scsi_remove_host"), struct device *,
		struct device *) __must_look;
void scsi_remove_host(struct Scsi_Host * __lowers);
struct Scsi_Host *scsi_host_lookup(unsigned int hostnum) __returns_owned __returns_none
		__released_by("scsi_host_put");
int scsi_device_get(struct scsi_device * __borrowed __raises_if("ret == 0",
		"scsi_device_put")) __must_look;
void scsi_device_put(struct scsi_device * __puts);
struct scsi_device *scsi_device_lookup(struct Scsi_Host * __borrowed, uint, uint, u64)
		__returns_owned __returns_none __released_by("scsi_device_put");
struct scsi_device *scsi_device_lookup_by_target(struct scsi_target * __borrowed, u64)
		__returns_owned __returns_none __released_by("scsi_device_put");
struct scsi_device *__scsi_device_lookup(struct Scsi_Host * __borrowed, uint, uint, u64)
		__returns_none;
struct scsi_device *__scsi_iterate_devices(struct Scsi_Host * __borrowed,
		struct scsi_device * __puts) __returns_owned __returns_none
		__released_by("scsi_device_put");
void scsi_scan_host(struct Scsi_Host * __borrowed);
void scsi_remove_device(struct scsi_device * __borrowed);
void scsi_remove_target(struct device * __borrowed);
int scsi_dma_map(struct scsi_cmnd * __borrowed cmd) __must_look;
void scsi_dma_unmap(struct scsi_cmnd * __borrowed cmd);
struct scsi_transport_template *fc_attach_transport(struct fc_function_template *
		__borrowed) __returns_owned __returns_null
		__released_by("fc_release_transport");
void fc_release_transport(struct scsi_transport_template * __takes);
struct ata_host *ata_host_alloc(struct device * __borrowed dev, int max_ports)
		__returns_borrowed __returns_null;
struct ata_host *ata_host_alloc_pinfo(struct device * __borrowed dev,
		const struct ata_port_info *const *ppi, int n_ports) __returns_borrowed
		__returns_null;
struct mmc_host *mmc_alloc_host(int extra, struct device * __borrowed) __returns_owned
		__returns_null __released_by("mmc_free_host");
struct mmc_host *devm_mmc_alloc_host(struct device * __borrowed dev, int extra)
		__returns_null __kernels("6.12", "7.3");
void mmc_free_host(struct mmc_host * __puts);
int mmc_add_host(struct mmc_host * __deref __keeps_if("ret == 0") __raises_if("ret == 0",
		"mmc_remove_host")) __must_look;
void mmc_remove_host(struct mmc_host * __lowers);
int mmc_of_parse(struct mmc_host * __borrowed host) __must_look;
int mmc_regulator_get_supply(struct mmc_host * __borrowed mmc) __must_look;
void sdio_claim_host(struct sdio_func * __borrowed func);
void sdio_release_host(struct sdio_func * __borrowed func);
int sdio_enable_func(struct sdio_func * __borrowed __raises_if("ret == 0",
		"sdio_disable_func") func) __must_look;
int sdio_disable_func(struct sdio_func * __borrowed __lowers func);
int sdio_claim_irq(struct sdio_func * __borrowed __raises_if("ret == 0",
		"sdio_release_irq") func, sdio_irq_handler_t *handler) __must_look;
int sdio_release_irq(struct sdio_func * __borrowed __lowers func);
int sdio_set_block_size(struct sdio_func * __borrowed func, unsigned blksz) __must_look;
int sdio_register_driver(struct sdio_driver * __raises_if("ret == 0",
		"sdio_unregister_driver")) __must_look __kernels("6.1");
void sdio_unregister_driver(struct sdio_driver * __lowers);
u8 sdio_readb(struct sdio_func * __borrowed func, unsigned int addr,
		int * __borrowed err_ret);
void sdio_writeb(struct sdio_func * __borrowed func, u8 b, unsigned int addr,
		int * __borrowed err_ret);
int mtd_device_parse_register(struct mtd_info * __borrowed mtd,
		const char *const *part_probe_types,
		struct mtd_part_parser_data * __borrowed parser_data,
		const struct mtd_partition * __borrowed defparts, int defnr_parts)
		__must_look;
int mtd_device_unregister(struct mtd_info * __borrowed master) __must_look;
void put_mtd_device(struct mtd_info * __puts mtd);
int mtd_read(struct mtd_info * __borrowed mtd, loff_t from, size_t len,
		size_t * __borrowed retlen, u_char * __borrowed buf) __must_look;
int mtd_write(struct mtd_info * __borrowed mtd, loff_t to, size_t len,
		size_t * __borrowed retlen, const u_char * __borrowed buf) __must_look;
int mtd_erase(struct mtd_info * __borrowed mtd, struct erase_info * __borrowed instr)
		__must_look;
int nand_scan_with_ids(struct nand_chip * __borrowed chip, unsigned int max_chips,
		struct nand_flash_dev *ids) __must_look;

#endif /* _SAFE_FACTS_SCSI_H */
