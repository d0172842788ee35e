/* SPDX-License-Identifier: GPL-2.0 */
/*
 * PCI.
 */
#ifndef _SAFE_FACTS_PCI_H
#define _SAFE_FACTS_PCI_H

#include <linux/pci.h>
#include <linux/pci-ats.h>
#include <linux/pci-epc.h>
#include <safe/annotations.h>

struct pci_dev *pci_get_device(unsigned int vendor, unsigned int device,
		struct pci_dev * __puts from) __returns_owned __returns_none
		__released_by("pci_dev_put");
struct pci_dev *pci_get_subsys(unsigned int vendor, unsigned int device,
		unsigned int ss_vendor, unsigned int ss_device,
		struct pci_dev * __puts from) __returns_owned __returns_none
		__released_by("pci_dev_put");
struct pci_dev *pci_get_class(unsigned int class, struct pci_dev * __puts from)
		__returns_owned __returns_none __released_by("pci_dev_put");
struct pci_dev *pci_get_base_class(unsigned int class, struct pci_dev * __puts from)
		__returns_owned __returns_none __released_by("pci_dev_put")
		__kernels("6.12", "7.3");
struct pci_dev *pci_get_slot(struct pci_bus * __borrowed bus, unsigned int devfn)
		__returns_owned __returns_none __released_by("pci_dev_put");
struct pci_dev *pci_get_domain_bus_and_slot(int domain, unsigned int bus,
		unsigned int devfn) __returns_owned __returns_none
		__released_by("pci_dev_put");
struct pci_dev *pci_dev_get(struct pci_dev * __returned __raises("pci_dev_put") dev);
void pci_dev_put(struct pci_dev * __puts dev);
struct pci_bus *pci_find_bus(int domain, int busnr) __returns_none;
struct pci_bus *pci_find_next_bus(const struct pci_bus * __borrowed from) __returns_none;
int pci_enable_device(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_disable_device") dev) __must_look;
int pci_enable_device_mem(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_disable_device") dev) __must_look;
int pci_enable_device_io(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_disable_device") dev) __must_look __kernels("6.1");
int pci_reenable_device(struct pci_dev * __borrowed) __must_look;
int pcim_enable_device(struct pci_dev * __borrowed __manages pdev) __must_look;
void pci_disable_device(struct pci_dev * __borrowed __lowers dev);
int pci_request_regions(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_release_regions"), const char *) __must_look;
int pci_request_regions_exclusive(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_release_regions"), const char *) __must_look;
int pci_request_selected_regions(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_release_selected_regions"), int, const char *) __must_look;
int pci_request_selected_regions_exclusive(struct pci_dev * __borrowed
		__raises_if("ret == 0", "pci_release_selected_regions"), int,
		const char *) __must_look;
int pci_request_mem_regions(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_release_mem_regions", "pci_release_selected_regions") pdev,
		const char *name) __must_look;
int pci_request_io_regions(struct pci_dev * __borrowed __raises_if("ret == 0",
		"pci_release_io_regions", "pci_release_selected_regions") pdev,
		const char *name) __must_look;
void pci_release_regions(struct pci_dev * __borrowed __lowers);
void pci_release_selected_regions(struct pci_dev * __borrowed __lowers, int);
void pci_release_mem_regions(struct pci_dev * __borrowed __lowers pdev);
void pci_release_io_regions(struct pci_dev * __borrowed __lowers pdev);
int pci_request_region(struct pci_dev * __borrowed, int, const char *) __must_look;
void pci_release_region(struct pci_dev * __borrowed, int);
int pcim_request_region(struct pci_dev * __borrowed pdev, int bar, const char *name)
		__must_look __kernels("6.12", "7.3");
int pcim_request_all_regions(struct pci_dev * __borrowed pdev, const char *name)
		__must_look __kernels("6.12", "7.3");
int pci_enable_msi(struct pci_dev * __borrowed __raises_if("ret == 0", "pci_disable_msi",
		"pci_free_irq_vectors") dev) __must_look;
void pci_disable_msi(struct pci_dev * __borrowed __lowers dev);
void pci_disable_msix(struct pci_dev * __borrowed __lowers dev);
int pci_enable_msix_range(struct pci_dev * __borrowed __raises_if("ret > 0",
		"pci_disable_msix", "pci_free_irq_vectors") dev,
		struct msix_entry * __borrowed entries, int minvec, int maxvec)
		__must_look;
int pci_alloc_irq_vectors(struct pci_dev * __borrowed __raises_if("ret > 0",
		"pci_free_irq_vectors", "pci_disable_msi", "pci_disable_msix") dev,
		unsigned int min_vecs, unsigned int max_vecs, unsigned int flags)
		__must_look;
int pci_alloc_irq_vectors_affinity(struct pci_dev * __borrowed __raises_if("ret > 0",
		"pci_free_irq_vectors", "pci_disable_msi", "pci_disable_msix") dev,
		unsigned int min_vecs, unsigned int max_vecs, unsigned int flags,
		struct irq_affinity * __borrowed affd) __must_look;
void pci_free_irq_vectors(struct pci_dev * __borrowed __lowers dev);
int pci_irq_vector(struct pci_dev * __borrowed dev, unsigned int nr);
int pci_request_irq(struct pci_dev * __borrowed dev, unsigned int nr,
		irq_handler_t handler, irq_handler_t thread_fn, void *dev_id,
		const char * __borrowed fmt, ...) __must_look;
void pci_free_irq(struct pci_dev * __borrowed dev, unsigned int nr,
		void * __borrowed dev_id);
void pci_set_master(struct pci_dev * __borrowed dev);
void pci_clear_master(struct pci_dev * __borrowed dev);
int pci_set_mwi(struct pci_dev * __borrowed dev);
int pci_try_set_mwi(struct pci_dev * __borrowed dev);
void pci_clear_mwi(struct pci_dev * __borrowed dev);
int pci_save_state(struct pci_dev * __borrowed dev);
void pci_restore_state(struct pci_dev * __borrowed dev);
int pci_set_power_state(struct pci_dev * __borrowed dev, pci_power_t state);
pci_power_t pci_choose_state(struct pci_dev * __borrowed dev, pm_message_t state);
int pci_enable_wake(struct pci_dev * __borrowed dev, pci_power_t state, bool enable);
int pci_wake_from_d3(struct pci_dev * __borrowed dev, bool enable);
u8 pci_find_capability(struct pci_dev * __borrowed dev, int cap);
u16 pci_find_ext_capability(struct pci_dev * __borrowed dev, int cap);
int pci_write_config_byte(const struct pci_dev * __borrowed dev, int where, u8 val);
int pci_write_config_word(const struct pci_dev * __borrowed dev, int where, u16 val);
int pci_write_config_dword(const struct pci_dev * __borrowed dev, int where, u32 val);
int pcie_capability_read_word(struct pci_dev * __borrowed dev, int pos,
		u16 * __borrowed val);
int pcie_capability_read_dword(struct pci_dev * __borrowed dev, int pos,
		u32 * __borrowed val);
int pcie_capability_write_word(struct pci_dev * __borrowed dev, int pos, u16 val);
int pcie_capability_clear_and_set_word(struct pci_dev * __borrowed dev, int pos,
		u16 clear, u16 set);
int pci_enable_sriov(struct pci_dev * __borrowed dev, int nr_virtfn) __must_look;
void pci_disable_sriov(struct pci_dev * __borrowed dev);
int pci_num_vf(struct pci_dev * __borrowed dev);
int __pci_register_driver(struct pci_driver * __raises_if("ret == 0",
		"pci_unregister_driver"), struct module * __borrowed,
		const char * __borrowed mod_name) __must_look;
void pci_unregister_driver(struct pci_driver * __lowers dev);
void __iomem *pci_map_rom(struct pci_dev * __borrowed pdev, size_t * __borrowed size)
		__returns_owned __returns_null __released_by("pci_unmap_rom");
void pci_unmap_rom(struct pci_dev * __borrowed pdev, void __iomem * __takes rom);
struct pci_dev *pcie_find_root_port(struct pci_dev * __borrowed dev) __returns_none;
struct pci_dev *pci_upstream_bridge(struct pci_dev * __borrowed dev) __returns_none;
const struct pci_device_id *pci_match_id(const struct pci_device_id * __borrowed ids,
		struct pci_dev * __borrowed dev) __returns_none;
int pci_enable_rom(struct pci_dev * __borrowed pdev) __must_look;
void pci_disable_rom(struct pci_dev * __borrowed pdev);
int pci_select_bars(struct pci_dev * __borrowed dev, unsigned long flags);
struct pci_host_bridge *pci_alloc_host_bridge(size_t priv) __returns_owned __returns_null
		__released_by("pci_free_host_bridge");
void pci_free_host_bridge(struct pci_host_bridge * __puts bridge);
struct pci_host_bridge *devm_pci_alloc_host_bridge(struct device * __borrowed dev,
		size_t priv) __returns_borrowed __returns_null;
int pci_host_probe(struct pci_host_bridge * __borrowed bridge) __must_look;
int pci_scan_root_bus_bridge(struct pci_host_bridge * __borrowed bridge) __must_look;
bool pci_ats_supported(struct pci_dev * __borrowed dev);
int pci_reset_function(struct pci_dev * __borrowed dev) __must_look;
struct pci_epc *pci_epc_get(const char * __borrowed epc_name) __returns_owned
		__returns_err __released_by("pci_epc_put");
void pci_epc_put(struct pci_epc * __puts __may_be_error epc);

#endif /* _SAFE_FACTS_PCI_H */
